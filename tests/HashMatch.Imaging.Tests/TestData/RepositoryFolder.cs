namespace HashMatch.Imaging.Tests.TestData;

/// <summary>Finds the committed <c>testdata</c> from wherever the tests run.</summary>
static class RepositoryFolder
{
    /// <summary>The full path of <c>testdata</c>.</summary>
    public static string TestData { get; } = Path.Combine(Find(), "testdata");

    static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HashMatch.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the tests holds HashMatch.sln.");
    }
}
