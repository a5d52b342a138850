using System.Diagnostics;

namespace HashMatch.Cli.Tests.Completion;

/// <summary>What bash itself makes of the script, words and files alike, in a folder with one file.</summary>
public sealed class BashCompletionTests : IDisposable
{
    const string Bash = "/bin/bash";

    /// <summary>Completes the last word as readline would have it done: with files where the script has no word and does not refuse them.</summary>
    const string Driver = """

        typed=("$@")
        files='-o default'
        compopt() { [[ $* != '+o default' ]] || files=''; }
        complete_typed() { COMP_WORDS=("${typed[@]}"); COMP_CWORD=$((${#typed[@]} - 1)); _hashmatch; }
        complete_typed
        compgen $files -F complete_typed -- "${typed[${#typed[@]} - 1]}"
        """;

    readonly TemporaryFolder _folder = new();

    public BashCompletionTests() => _folder.Write("known.csv", "x");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "scan match hash compare cluster index list eval catalog triage bench completions")]
    [InlineData("li", "list")]
    [InlineData("list ", "import export info validate diff")]
    [InlineData("list im", "import")]
    [InlineData("triage f", "feedback")]
    [InlineData("--v", "--version")]
    public Task Verbs(string typed, string expected) => RequireAsync(typed, expected);

    [Theory]
    [InlineData("scan --for", "--forms --format")]
    [InlineData("list import --list", "--list-version")]
    [InlineData("scan x --quarantine-f", "--quarantine-floor --quarantine-factor")]
    [InlineData("bench --he", "--help")]
    [InlineData("triage queue --catalog known.csv --ht", "--html")]
    public Task Options(string typed, string expected) => RequireAsync(typed, expected);

    [Theory]
    [InlineData("scan --format ", "csv jsonl text")]
    [InlineData("scan --format = j", "jsonl")]
    [InlineData("scan --format =", "csv jsonl text")]
    [InlineData("hash --profile pdq-f", "pdq-fast")]
    [InlineData("list export known.csv --to vics", "vics vics-cases")]
    [InlineData("completions ", "bash fish pwsh zsh")]
    [InlineData("catalog feedback seen.db re", "reject release")]
    [InlineData("catalog feedback --by ann seen.db c", "confirm")]
    [InlineData("catalog feedback --by = ann -q seen.db v", "veto")]
    [InlineData("triage feedback r-1 open", "opened")]
    public Task Values(string typed, string expected) => RequireAsync(typed, expected);

    [Theory]
    [InlineData("scan kn")]
    [InlineData("scan --known kn")]
    [InlineData("scan --known md5 : kn")]
    [InlineData("scan --known = kn")]
    [InlineData("scan -q --format csv kn")]
    [InlineData("scan -- kn")]
    [InlineData("list import kn")]
    [InlineData("list import x -o kn")]
    [InlineData("catalog feedback seen.db veto kn")]
    public Task Files(string typed) => RequireAsync(typed, "known.csv");

    [Theory]
    [InlineData("lists ")]
    [InlineData("list exports ")]
    [InlineData("completions bash ")]
    [InlineData("triage queue --catalog seen.db ")]
    [InlineData("scan --radius ")]
    [InlineData("scan --no-such")]
    [InlineData("bench ")]
    public Task Nothing(string typed) => RequireAsync(typed, "");

    async Task RequireAsync(string typed, string expected)
    {
        Assert.SkipUnless(File.Exists(Bash), "There is no bash.");
        var run = await CommandRun.OfAsync(new ProcessStartInfo(Bash, ["--norc", "--noprofile", "-c", CommandRun.Of("completions", "bash").Output + Driver, "bash", "hashmatch", .. typed.Split(' ')])
        {
            WorkingDirectory = _folder.Root,
        });

        Assert.Equal(expected, string.Join(' ', run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        // Bash warns that "compgen -F" is unusual.
        Assert.DoesNotContain("syntax", run.Error, StringComparison.Ordinal);
    }
}
