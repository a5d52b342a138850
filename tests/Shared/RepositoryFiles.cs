namespace HashMatch.Tests.Shared;

/// <summary>Where tests find the repository's own files, and the evaluation material beside it where there is any.</summary>
static class RepositoryFiles
{
    /// <summary>The folder of the solution.</summary>
    internal static string Root { get; } = FindRoot();

    /// <summary>The folder of the project's own pictures, lists and tables.</summary>
    internal static string TestData => Path("testdata");

    /// <summary>A path below the solution's folder.</summary>
    internal static string Path(params ReadOnlySpan<string> parts) =>
        System.IO.Path.Combine([Root, .. parts]);

    /// <summary>
    /// A path below the <c>shared</c> folder beside the repository. A clone has none: the test is then skipped and says
    /// so; the same property is tested on <c>testdata</c>.
    /// </summary>
    internal static string SharedPath(params ReadOnlySpan<string> parts)
    {
        var path = System.IO.Path.Combine([Root, "..", "shared", .. parts]);
        Assert.SkipUnless(File.Exists(path) || Directory.Exists(path),
            $"Needs the evaluation material {string.Join('/', parts!)}, which lies beside the repository only where it is developed.");
        return System.IO.Path.GetFullPath(path);
    }

    /// <summary>The files below a folder that no build has made.</summary>
    internal static IEnumerable<string> Sources(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{System.IO.Path.DirectorySeparatorChar}obj{System.IO.Path.DirectorySeparatorChar}", StringComparison.Ordinal) &&
                !file.Contains($"{System.IO.Path.DirectorySeparatorChar}bin{System.IO.Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "HashMatch.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests must run from a folder below HashMatch.sln.");
    }
}
