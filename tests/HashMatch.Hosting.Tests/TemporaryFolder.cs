namespace HashMatch.Hosting.Tests;

/// <summary>A folder of a test's own, gone with it.</summary>
sealed class TemporaryFolder : IDisposable
{
    readonly string _root = Directory.CreateTempSubdirectory("hashmatch-").FullName;

    internal string Path(string relative) => System.IO.Path.Combine(_root, relative);

    internal string Write(string relative, string text)
    {
        File.WriteAllText(Path(relative), text);
        return Path(relative);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
