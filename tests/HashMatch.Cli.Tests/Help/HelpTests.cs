using System.CommandLine;
using System.Text.RegularExpressions;
using HashMatch.Cli.Help;

namespace HashMatch.Cli.Tests.Help;

public partial class HelpTests
{
    public static TheoryData<string> Verbs => [.. CommandTree.Verbs.Keys];

    [Fact]
    public void Every_verb_has_a_manual_and_every_manual_a_verb() =>
        Assert.Equal(CommandTree.Verbs.Keys.Order(StringComparer.Ordinal), ManualPages.All.Select(manual => manual.Verb).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Everything_on_a_page_is_described_in_sentences(string verb)
    {
        var command = CommandTree.Verbs[verb];
        var manual = ManualPages.Of(verb);
        Symbol[] symbols = [command, .. command.Arguments, .. command.Options];

        Assert.All(symbols, symbol => Assert.Matches("^[A-Z0-9Xa-z].*[.?]$", symbol.Description ?? ""));
        Assert.All(manual.Text.Split('\n'), paragraph => Assert.Matches("[a-z].*\\.$", paragraph));
        Assert.NotEmpty(manual.Examples);
        Assert.All(manual.Examples, example => Assert.Matches("^[A-Z].*[^.]$", example.Purpose));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_page_shows_every_option_and_verb_and_fits_a_window(string verb)
    {
        var command = CommandTree.Verbs[verb];
        var run = CommandRun.Of([.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        var lines = run.Output.Split('\n');

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.All(command.Options, option => Assert.Contains(lines, line => line.StartsWith("  ", StringComparison.Ordinal) && Names(line).Contains(option.Name)));
        Assert.All(command.Subcommands, below => Assert.Contains(lines, line => line.StartsWith($"  {below.Name} ", StringComparison.Ordinal)));
        Assert.All(ManualPages.Of(verb).Examples, example => Assert.Contains($"    {example.Line}", lines));
        Assert.All(lines.Where(line => !line.StartsWith("    hashmatch", StringComparison.Ordinal) && !line.Contains(" | ", StringComparison.Ordinal)), line => Assert.InRange(line.Length, 0, 80));
        Assert.DoesNotContain(lines, line => line.EndsWith(' '));
    }

    [Fact]
    public void A_scan_has_no_option_without_a_section() =>
        Assert.DoesNotContain(OptionSections.Own, OptionSections.Of(CommandTree.Verbs["scan"]).Select(section => section.Title));

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_page_names_the_exit_codes_there_are(string verb)
    {
        var page = CommandRun.Of([.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]).Output;
        int[] codes = [.. ExitCodeLine().Matches(page[page.IndexOf("Exit codes:", StringComparison.Ordinal)..]).Select(line => int.Parse(line.Groups[1].Value, null))];
        int[] expected = [ExitCode.Done, .. ManualPages.Of(verb).SomeFailed is null ? [] : new[] { ExitCode.SomeFailed }, ExitCode.WrongUsage, ExitCode.Unusable, .. verb.Length == 0 || page.Contains("--fail-on-match", StringComparison.Ordinal) ? new[] { ExitCode.KnownFound } : [], ExitCode.Interrupted];

        Assert.Equal(expected, codes);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Options_a_manual_speaks_of_exist(string verb)
    {
        var known = CommandTree.Verbs.Values.SelectMany(command => command.Options).SelectMany(option => (string[])[option.Name, .. option.Aliases]).ToHashSet();

        Assert.All(OptionName().Matches(ManualPages.Of(verb).Text).Select(name => name.Value), name => Assert.Contains(name, known));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Every_example_is_a_command_line_and_one_is_of_its_verb(string verb)
    {
        ParseResult[] parsed = [.. ManualPages.Of(verb).Examples.SelectMany(example => ExampleLine.Of(example.Line).Commands).Select(args => CommandTree.Root.Parse(args))];

        Assert.All(parsed, result => Assert.Empty(result.Errors));
        Assert.Contains(parsed, result => IsOrIsBelow(SymbolText.VerbOf(result.CommandResult.Command), verb));
    }

    static bool IsOrIsBelow(string used, string verb) => verb.Length == 0 || used == verb || used.StartsWith(verb + " ", StringComparison.Ordinal);

    static string[] Names(string line) => line.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"^  (\d+) ", RegexOptions.Multiline)]
    private static partial Regex ExitCodeLine();

    [GeneratedRegex("--[a-z][a-z-]*")]
    private static partial Regex OptionName();
}
