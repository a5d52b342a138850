using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace HashMatch.Tests.Architecture;

/// <summary>The walls of the house, as ARCHITECTURE.md draws them.</summary>
public class DependencyTests
{
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

    [Theory]
    [InlineData("HashMatch", "Inside the core")]
    [InlineData("HashMatch.Cli", "Inside the command")]
    [InlineData("HashMatch.Hosting", "Inside the service")]
    [InlineData("HashMatch.Imaging", "Inside imaging")]
    [InlineData("HashMatch.Lists", "Inside the lists")]
    [InlineData("HashMatch.Catalog", "Inside the catalogue")]
    [InlineData("HashMatch.Evaluation", "Inside the evaluation")]
    public void Folders_use_only_the_folders_their_table_allows(string project, string heading)
    {
        var rows = ArchitectureTable.Read(heading);
        var table = rows.ToDictionary(row => row.Name, row => row.Uses);
        var root = RepositoryFiles.Path("src", project);
        Assert.Equal(table.Keys.Order(), FoldersIn(root).Except(["bin", "obj"]).Order());
        Assert.All(rows, row => Assert.Equal(row.Below.Order(), FoldersIn(Path.Combine(root, row.Name)).Order()));
        Assert.Subset(table.Keys.ToHashSet(), table.Values.SelectMany(uses => uses).ToHashSet());

        Regex names = new($@"\b{Regex.Escape(project)}\.({string.Join('|', table.Keys)})\b");
        foreach (var file in RepositoryFiles.Sources(root, "*.cs").Where(file => Path.GetDirectoryName(file) != root))
        {
            var folder = Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar)[0];
            foreach (Match use in names.Matches(File.ReadAllText(file)))
            {
                var used = use.Groups[1].Value;
                Assert.True(used == folder || table[folder].Contains(used), $"{project}: {Path.GetRelativePath(root, file)} may not use {used}.");
            }
        }
    }

    [Theory]
    [InlineData("Inside the core")]
    [InlineData("Inside the command")]
    public void Folders_do_not_use_one_another_in_circles(string heading)
    {
        var left = ArchitectureTable.Read(heading).ToDictionary(row => row.Name, row => row.Uses);
        while (left.Count > 0)
        {
            // Whatever uses nothing that is left stands below the rest.
            string[] lowest = [.. left.Where(row => !row.Value.Any(left.ContainsKey)).Select(row => row.Key)];
            Assert.True(lowest.Length > 0, $"{heading}: {string.Join(", ", left.Keys)} use one another.");
            Array.ForEach(lowest, folder => left.Remove(folder));
        }
    }

    [Fact]
    public void The_core_names_no_other_project()
    {
        var others = string.Join('|', Projects().Select(project => project.Name.Split('.')).Where(parts => parts.Length > 1).Select(parts => parts[1]));
        foreach (var file in RepositoryFiles.Sources(RepositoryFiles.Path("src", "HashMatch"), "*.cs"))
        {
            Assert.False(Regex.IsMatch(File.ReadAllText(file), $@"\bHashMatch\.({others})\b"), $"{file} names a project above the core.");
        }
    }

    [Fact]
    public void Projects_reference_the_projects_their_row_names()
    {
        var table = Projects();
        Assert.Equal(table.Select(row => row.Name).Order(), FoldersIn(RepositoryFiles.Path("src")).Order());
        foreach (var (project, allowed) in table)
        {
            var references = XDocument.Load(RepositoryFiles.Path("src", project, project + ".csproj"))
                .Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));
            Assert.Equal(allowed.Order(StringComparer.Ordinal), references.Order(StringComparer.Ordinal));
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
        foreach (var file in RepositoryFiles.Sources(src, "*.cs"))
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
        // What builds, benches and the README's commands leave behind is ignored by git and no part of the tree.
        string[] leftovers = ["bin", "obj", "artifacts", "BenchmarkDotNet.Artifacts", "TestResults", "packages"];

        var found = Directory.EnumerateFileSystemEntries(RepositoryFiles.Root).Select(entry => Path.GetFileName(entry)!)
            .Where(name => !name.StartsWith('.') && !name.StartsWith("seen.db", StringComparison.Ordinal) && !leftovers.Contains(name)).Order(StringComparer.Ordinal);

        Assert.Equal(agreed, found);
    }

    /// <summary>The projects under src, by their full names, and those they may reference.</summary>
    static List<(string Name, string[] Uses)> Projects()
    {
        List<(string Name, string[] Uses)> projects = [];
        foreach (var (path, _, uses) in ArchitectureTable.Read("Projects").Where(row => row.Name.StartsWith("src/", StringComparison.Ordinal)))
        {
            string[] allowed = uses is ["all of these"]
                ? [.. projects.Select(project => project.Name)]
                : [.. uses.Select(name => name == "core" ? "HashMatch" : "HashMatch." + name)];
            projects.Add((path["src/".Length..], allowed));
        }

        return projects;
    }

    static IEnumerable<string> FoldersIn(string folder) => Directory.GetDirectories(folder).Select(below => Path.GetFileName(below)!);
}
