using System.Text.RegularExpressions;

namespace HashMatch.Tests.Architecture;

/// <summary>What documents set in code marks is there: types, paths, options, verbs, benchmarks, variables.</summary>
public partial class DocumentTests
{
    /// <summary>Options and names of other programs, which no code of ours need name.</summary>
    static readonly string[] s_foreign =
        ["--configfile", "--filter", "--global", "--job", "--name", "--nofile", "--project", "--self-contained", "--solution", "--source"];

    /// <summary>What a document names and a build makes.</summary>
    static readonly string[] s_made = ["bench/HashMatch.Comparison/faiss/bin/compare", "src/HashMatch.Cli/bin/Release/net10.0/HashMatch.Cli.dll"];

    static readonly Lazy<string> s_code = new(() => string.Join('\n', Projects()
        .SelectMany(file => File.ReadLines(file).Where(line => !line.AsSpan().TrimStart().StartsWith("//")))));

    static readonly Lazy<HashSet<string>> s_words = new(() => [.. Word().Matches(s_code.Value).Select(word => word.Value)]);

    public static TheoryData<string> Documents =>
    [
        "README.md", "ARCHITECTURE.md", "bench/README.md", "testdata/README.md",
        .. Directory.GetFiles(RepositoryFiles.Path("src"), "README.md", SearchOption.AllDirectories).Select(Relative).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void What_a_document_names_is_there(string document)
    {
        var text = File.ReadAllText(RepositoryFiles.Path(document)).ReplaceLineEndings("\n");
        string[] marked = [.. Marked().Matches(text).Select(match => match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value)];
        Assert.NotEmpty(marked);

        var missing = marked.SelectMany(Missing).Distinct().ToList();

        Assert.True(missing.Count == 0, $"{document} names what is not there: {string.Join(", ", missing)}.");
    }

    [Fact]
    public void Every_folder_of_test_data_and_of_its_pictures_is_told_of()
    {
        var text = File.ReadAllText(RepositoryFiles.Path("testdata", "README.md"));

        var folders = Directory.GetDirectories(RepositoryFiles.TestData).Concat(Directory.GetDirectories(RepositoryFiles.Path("testdata", "images")));

        Assert.All(folders, folder => Assert.Contains($"| `{Path.GetFileName(folder)}/", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("NoSuchType", "NoSuchType")]
    [InlineData("HashIndex.NoSuchMember", "NoSuchMember")]
    [InlineData("hashmatch scan --no-such-option", "--no-such-option")]
    [InlineData("dotnet run --project src/HashMatch.None -- scan", "src/HashMatch.None")]
    [InlineData("… -- --filter '*NoSuch*' --job short", "*NoSuch*")]
    [InlineData("… -- no-such-command", "no-such-command")]
    [InlineData("hashmatch no-such-verb PATH", "no-such-verb")]
    [InlineData("HASHMATCH_NONE=1", "HASHMATCH_NONE")]
    public void What_is_not_there_is_told(string marked, string missing) => Assert.Equal([missing], Missing(marked));

    static IEnumerable<string> Missing(string marked) =>
    [
        .. Paths().Matches(marked).Select(path => path.Value.TrimEnd('.', '/'))
            .Where(path => !s_made.Contains(path) && !Path.Exists(RepositoryFiles.Path(path))),
        .. Options().Matches(marked).Select(option => option.Value)
            .Where(option => !s_foreign.Contains(option) && !s_code.Value.Contains($"\"{option}\"", StringComparison.Ordinal)),
        // A filter that no benchmark's class passes measures nothing.
        .. Filters().Matches(marked).Where(filter => !s_words.Value.Any(word => word.EndsWith("Benchmarks", StringComparison.Ordinal) && word.Contains(filter.Groups[1].Value, StringComparison.Ordinal)))
            .Select(filter => filter.Value),
        .. Verbs().Matches(marked).Select(verb => verb.Groups[1].Value)
            .Where(verb => !Path.Exists(RepositoryFiles.Path(verb)) && !s_code.Value.Contains($"Command(\"{verb}\"", StringComparison.Ordinal) && !s_code.Value.Contains($"new(\"{verb}\", \"", StringComparison.Ordinal)),
        .. Variables().Matches(marked).Select(variable => variable.Value).Where(variable => !s_code.Value.Contains(variable, StringComparison.Ordinal)),
        .. TypeName().IsMatch(marked) ? Word().Matches(marked).Select(word => word.Value).Where(word => !s_words.Value.Contains(word) && !s_foreign.Contains(word)) : [],
    ];

    static IEnumerable<string> Projects() =>
        from folder in (string[])["src", "bench", "tests"]
        from pattern in (string[])["*.cs", "*.csproj"]
        from file in RepositoryFiles.Sources(RepositoryFiles.Path(folder), pattern)
        where !file.EndsWith($"{nameof(DocumentTests)}.cs", StringComparison.Ordinal)
        select file;

    static string Relative(string path) => Path.GetRelativePath(RepositoryFiles.Root, path).Replace('\\', '/');

    [GeneratedRegex(@"^```\w*\n(?:(.*?)^```$)|`([^`\n]+)`", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Marked();

    [GeneratedRegex(@"(?<![\w/.-])(src|bench|tests|testdata)/[\w./-]+")]
    private static partial Regex Paths();

    [GeneratedRegex(@"(?<![\w-])--[a-z][\w-]+")]
    private static partial Regex Options();

    [GeneratedRegex(@"\*(\w+)\*")]
    private static partial Regex Filters();

    /// <summary>What follows the command's name, or the two dashes that end the SDK's own options.</summary>
    [GeneratedRegex(@"(?:^hashmatch| --) ([a-z][a-z-]+)", RegexOptions.Multiline)]
    private static partial Regex Verbs();

    [GeneratedRegex(@"\bHASHMATCH_[A-Z_]+")]
    private static partial Regex Variables();

    [GeneratedRegex(@"^[A-Z]\w*(<\w+>)?(\.[A-Z]\w*)*(\(\))?$")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
