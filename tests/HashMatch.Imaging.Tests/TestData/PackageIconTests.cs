using HashMatch.TestData.Icon;

namespace HashMatch.Imaging.Tests.TestData;

/// <summary>The packages' icon is drawn, not found: <c>dotnet run -c Release --project tests/HashMatch.TestData -- --icon src/icon.png</c>.</summary>
public sealed class PackageIconTests
{
    [Fact]
    public void The_committed_icon_is_the_one_that_is_drawn()
    {
        var committed = File.ReadAllBytes(RepositoryFiles.Path("src", "icon.png"));

        Assert.Equal(0, Pixels.MeanDifference(committed, PackageIcon.Png()));
    }
}
