using System.Diagnostics;
using System.Text.RegularExpressions;
using HashMatch.Cli.Tests.Help;

namespace HashMatch.Cli.Tests.ReadMe;

/// <summary>What the README says is run and compared, so that it cannot disagree with the code.</summary>
[Collection(CurrentDirectory.Name)]
public partial class ReadMeTests
{
    static readonly string s_readMe = File.ReadAllText(RepositoryFiles.Path("README.md")).ReplaceLineEndings("\n");

    [Fact]
    public async Task The_first_command_prints_every_verdict_and_the_lines_shown()
    {
        var command = Blocks("sh")[0].Trim();
        var run = await RunAsync(command);

        Assert.Equal(ExitCode.SomeFailed, run.ExitCode);
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(90, lines.Length);
        Assert.Equal(
            ["failed", "first-generation", "known", "repeat", "suppressed", "uncertain"],
            lines.Select(line => line.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(Blocks("text")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries), shown => Assert.Contains(shown, lines));
    }

    [Fact]
    public void The_second_command_is_the_one_that_ci_runs()
    {
        var command = Blocks("sh")[1].Trim();

        Assert.Equal("dotnet test -c Release", command);
        Assert.Contains("grep -m1 '^dotnet test' README.md", File.ReadAllText(RepositoryFiles.Path(".ci", "run")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_example_in_code_is_code_that_is_tested()
    {
        string[] tested = [CodeOf("LibraryExample.cs"), CodeOf("ServiceExample.cs")];

        Assert.NotEmpty(Blocks("csharp"));
        Assert.All(Blocks("csharp"), block => Assert.Contains(block, tested));
    }

    [Fact]
    public void The_library_example_prints_the_verdicts_of_its_folder()
    {
        // The example's paths are relative; every other test's are whole.
        Directory.SetCurrentDirectory(RepositoryFiles.Root);

        var printed = LibraryExample.Run();

        Assert.Contains("testdata/images/variants/landscape-1-copy.jpg: FirstGeneration ", printed);
        Assert.Contains("testdata/images/variants/landscape-1-half.jpg: Repeat testdata/images/variants/landscape-1-copy.jpg", printed);
    }

    [Fact]
    public async Task The_service_example_remembers_what_it_decided()
    {
        using TemporaryFolder folder = new();
        Directory.CreateSymbolicLink(folder.Path("testdata"), RepositoryFiles.TestData);
        Directory.SetCurrentDirectory(folder.Root);
        try
        {
            var printed = await ServiceExample.RunAsync();

            Assert.Contains("testdata/images/variants/landscape-1-copy.jpg: FirstGeneration ", printed);
            Assert.Contains("testdata/images/variants/landscape-1-half.jpg: Repeat testdata/images/variants/landscape-1-copy.jpg", printed);
            Assert.Equal(printed, await ServiceExample.RunAsync());
        }
        finally
        {
            Directory.SetCurrentDirectory(RepositoryFiles.Root);
        }
    }

    [Fact]
    public void The_table_of_verbs_has_every_verb_and_no_other()
    {
        var cells = Between(s_readMe, "| verb | does |\n", "\n\n").Split('\n').Skip(1).Select(row => row.Split(" | ")[0]);

        var named = cells.SelectMany(cell => VerbsOf([.. CodeMarks().Matches(cell).Select(mark => mark.Groups[1].Value)]));

        Assert.Equal(
            CommandTree.Verbs.Where(verb => verb.Value is { Hidden: false, Subcommands.Count: 0 }).Select(verb => verb.Key).Order(StringComparer.Ordinal),
            named.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_list_example_is_a_list()
    {
        using TemporaryFolder folder = new();
        var list = folder.Write("demo.jsonl", Blocks("json")[0]);

        var run = CommandRun.Of("match", folder.WritePicture("a.bmp", seed: 1), "--known", list, "--strict");

        Assert.Equal(ExitCode.Done, run.ExitCode);
    }

    [Fact]
    public void Defaults_in_the_text_are_those_of_the_code()
    {
        var options = Matching.MatchOptions.Default;

        Assert.Contains($"radius {options.Radius} of 256 bits, inclusive; review band {options.Radius + 1} to {options.Radius + options.ReviewBand}; quality at least {options.MinQuality}.", s_readMe, StringComparison.Ordinal);
        Assert.Equal((100_000_000L, 256L << 20), (Imaging.DecodeOptions.Default.MaxPixels, Imaging.DecodeOptions.Default.MaxBytes));
        Assert.InRange(s_readMe.Split('\n').Length, 1, 250);
    }

    /// <summary>Verbs without their arguments; all but the first may lack their group, which is that of the first: <c>list import</c>, <c>export</c>.</summary>
    static IEnumerable<string> VerbsOf(string[] marks)
    {
        var group = marks[0].Split(' ')[0];
        foreach (var mark in marks)
        {
            var words = mark.Split(' ').TakeWhile(word => word.All(char.IsAsciiLetterLower)).ToArray();
            yield return string.Join(' ', words[0] == group ? words : [group, .. words]);
        }
    }

    /// <summary>Runs a command of the README as it stands, only without building again what the tests were built with.</summary>
    static async Task<CommandRun> RunAsync(string command)
    {
        Assert.StartsWith("dotnet run -c Release ", command, StringComparison.Ordinal);
        var run = await CommandRun.OfAsync(new ProcessStartInfo("dotnet", command.Replace("dotnet run", "run --no-build", StringComparison.Ordinal))
        {
            WorkingDirectory = RepositoryFiles.Root,
        });
        Assert.DoesNotContain("Unhandled", run.Error, StringComparison.Ordinal);
        return run;
    }

    static string[] Blocks(string language) =>
        [.. CodeBlock().Matches(s_readMe).Where(block => block.Groups[1].Value == language).Select(block => block.Groups[2].Value)];

    /// <summary>What an example's file has between its two marks.</summary>
    static string CodeOf(string file) => Unindent(Between(
        File.ReadAllText(RepositoryFiles.Path("tests", "HashMatch.Cli.Tests", "ReadMe", file)).ReplaceLineEndings("\n"),
        "        // README begins\n", "\n        // README ends\n"));

    static string Between(string text, string begin, string end)
    {
        var start = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        return text[start..text.IndexOf(end, start, StringComparison.Ordinal)];
    }

    static string Unindent(string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.StartsWith("        ", StringComparison.Ordinal) ? line[8..] : line));

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodeMarks();

    [GeneratedRegex("^```(\\w+)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
