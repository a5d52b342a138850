namespace HashMatch.Tests;

/// <summary>The checkout the tests run in, for the data they share.</summary>
static class RepositoryRoot
{
    static readonly string s_path = Find();

    /// <summary>A file under the root.</summary>
    internal static string File(params ReadOnlySpan<string> parts) => Path.Combine([s_path, .. parts]);

    static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "HashMatch.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No HashMatch.sln above {AppContext.BaseDirectory}.");
    }
}
