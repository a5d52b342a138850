using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace HashMatch.Tests.Architecture;

/// <summary>The walls of the house, as ARCHITECTURE.md draws them.</summary>
public partial class DependencyTests
{
    static readonly Dictionary<string, string[]> s_folderMayUse = new()
    {
        ["Buffers"] = [],
        ["Hashes"] = [],
        ["Distance"] = ["Buffers", "Hashes"],
        ["Hashers"] = ["Hashes"],
        ["Indexes"] = ["Buffers", "Hashes", "Distance"],
        ["Storage"] = ["Buffers", "Hashes", "Distance", "Indexes"],
        ["Matching"] = ["Buffers", "Hashes", "Hashers", "Indexes", "Storage"],
        ["Triage"] = ["Hashes", "Indexes", "Matching"],
    };

    static readonly Dictionary<string, string[]> s_projectMayUse = new()
    {
        ["HashMatch"] = [],
        ["HashMatch.Catalog"] = ["HashMatch"],
        ["HashMatch.Imaging"] = ["HashMatch"],
        ["HashMatch.Lists"] = ["HashMatch"],
        ["HashMatch.Pages"] = [],
        ["HashMatch.Evaluation"] = ["HashMatch", "HashMatch.Imaging", "HashMatch.Pages"],
        ["HashMatch.Cli"] = ["HashMatch", "HashMatch.Catalog", "HashMatch.Imaging", "HashMatch.Lists", "HashMatch.Pages", "HashMatch.Evaluation", "HashMatch.Hosting"],
        ["HashMatch.Hosting"] = ["HashMatch", "HashMatch.Catalog", "HashMatch.Imaging", "HashMatch.Lists"],
    };

    /// <summary>What only some rooms may hold: a pattern, and the folders below src where it may stand.</summary>
    static readonly (string Pattern, string[] Rooms)[] s_rooms =
    [
        (@"System\.Runtime\.Intrinsics", ["HashMatch/Hashers/Transforms", "HashMatch/Distance/Kernels", "HashMatch/Indexes/Kernels", "HashMatch/Buffers"]),
        (@"\bunsafe\b|\bNativeMemory\b", ["HashMatch/Buffers", "HashMatch.Imaging"]),
        (@"\bConsole\.", ["HashMatch.Cli"]),
        (@"\bNetVips\b", ["HashMatch.Imaging"]),
        (@"\bSqlite", ["HashMatch.Catalog", "HashMatch.Lists/Formats/Nsrl"]),
        (@"\bOxyPlot\b", ["HashMatch.Pages", "HashMatch.Evaluation/Page"]),
        (@"\bMicrosoft\.Extensions\.(DependencyInjection|Logging|Options)\b|\bSystem\.Diagnostics\.Metrics\b|\bActivitySource\b", ["HashMatch.Hosting"]),
        (@"\bSystem\.CommandLine\b|\bSpectre\.", ["HashMatch.Cli"]),
        (@"\bnew Random\(|\bRandom\.Shared\b|\bDateTime\.(Utc)?Now\b|\bStopwatch\b", []),
    ];

    [Fact]
    public void Folders_of_the_core_use_only_the_folders_below_them()
    {
        var core = RepositoryFiles.Path("src", "HashMatch");
        foreach (var file in Sources(core).Where(file => Path.GetDirectoryName(file) != core))
        {
            var folder = Path.GetRelativePath(core, file).Split(Path.DirectorySeparatorChar)[0];
            Assert.True(s_folderMayUse.TryGetValue(folder, out var allowed), $"'{folder}' is no folder of the house: add it to the table and to ARCHITECTURE.md.");
            foreach (Match use in CoreNamespace().Matches(File.ReadAllText(file)))
            {
                var used = use.Groups[1].Value;
                Assert.True(used == folder || allowed.Contains(used), $"{Path.GetRelativePath(core, file)} may not use {used}.");
            }
        }
    }

    [Fact]
    public void Projects_reference_only_the_projects_below_them()
    {
        var found = Directory.GetDirectories(RepositoryFiles.Path("src")).Select(folder => Path.GetFileName(folder)!).Order().ToArray();
        Assert.Equal(s_projectMayUse.Keys.Order(), found);
        foreach (var (project, allowed) in s_projectMayUse)
        {
            var references = XDocument.Load(RepositoryFiles.Path("src", project, project + ".csproj"))
                .Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));
            Assert.All(references, reference => Assert.Contains(reference, allowed));
        }
    }

    [Fact]
    public void The_core_takes_no_package_but_the_digests()
    {
        var packages = XDocument.Load(RepositoryFiles.Path("src", "HashMatch", "HashMatch.csproj"))
            .Descendants("PackageReference").Where(package => package.Attribute("PrivateAssets")?.Value != "all")
            .Select(package => package.Attribute("Include")!.Value);

        Assert.Equal(["System.IO.Hashing"], packages);
    }

    [Fact]
    public void Every_line_stands_in_its_room()
    {
        var src = RepositoryFiles.Path("src");
        foreach (var file in Sources(src))
        {
            var text = File.ReadAllText(file);
            var path = Path.GetRelativePath(src, file).Replace('\\', '/');
            foreach (var (pattern, rooms) in s_rooms)
            {
                Assert.False(Regex.IsMatch(text, pattern) && !rooms.Any(room => path.StartsWith(room + "/", StringComparison.Ordinal)),
                    $"{path} holds '{pattern}', which belongs to {string.Join(" or ", rooms.DefaultIfEmpty("no room"))}.");
            }
        }
    }

    [Fact]
    public void The_top_level_is_the_one_that_was_agreed()
    {
        string[] agreed =
        [
            "ARCHITECTURE.md", "CHANGELOG.md", "Directory.Build.props", "Directory.Packages.props", "HashMatch.sln", "LICENSE",
            "README.md", "bench", "global.json", "src", "testdata", "tests",
        ];
        // What builds and benches leave behind is ignored by git and no part of the tree.
        string[] leftovers = ["bin", "obj", "artifacts", "BenchmarkDotNet.Artifacts", "TestResults"];

        var found = Directory.EnumerateFileSystemEntries(RepositoryFiles.Root).Select(entry => Path.GetFileName(entry)!)
            .Where(name => !name.StartsWith('.') && !leftovers.Contains(name)).Order(StringComparer.Ordinal);

        Assert.Equal(agreed, found);
    }

    static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) &&
                !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex(@"\bHashMatch\.(Buffers|Hashes|Distance|Hashers|Indexes|Storage|Matching|Triage|Imaging|Lists|Catalog|Hosting|Cli)\b")]
    private static partial Regex CoreNamespace();
}
