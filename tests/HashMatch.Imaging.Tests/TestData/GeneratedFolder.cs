using HashMatch.TestData;

namespace HashMatch.Imaging.Tests.TestData;

/// <summary>A fresh run of the generator in a folder of its own, shared by the tests of a class.</summary>
public sealed class GeneratedFolder : IDisposable
{
    public GeneratedFolder()
    {
        Root = Directory.CreateTempSubdirectory("hashmatch-testdata-").FullName;
        Generator.Write(Root);
    }

    /// <summary>Where the run wrote to.</summary>
    public string Root { get; }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
