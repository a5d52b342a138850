using System.Diagnostics;
using HashMatch.Cli.Completion;
using HashMatch.Cli.Tests.Help;

namespace HashMatch.Cli.Tests.Completion;

public class CompletionScriptTests
{
    static readonly CompletedVerb s_root = CompletedVerb.Of(CommandTree.Root);

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public void A_script_knows_every_verb_every_option_and_every_word(string shell)
    {
        var run = CommandRun.Of("completions", shell);
        var words = run.Output.Split([' ', '\n', '\'', '(', ')', '[', ']', '|', ':', ',', ';', '"', '*', '{', '}', '='], StringSplitOptions.RemoveEmptyEntries).ToHashSet();

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.All(s_root.All.Skip(1), verb => Assert.Contains(verb.Word, words));
        Assert.All(s_root.All.SelectMany(verb => verb.Options).SelectMany(option => option.Names),
            name => Assert.Contains(shell == "fish" ? name.TrimStart('-') : name, words));
        Assert.All(s_root.All.SelectMany(verb => verb.Options.Select(option => option.Value).Concat(verb.Arguments)).SelectMany(value => value.Words),
            word => Assert.Contains(word, words));
    }

    [Fact]
    public void What_is_no_path_and_has_no_words_is_known_to_be_free_text()
    {
        // A new name for a value is to be put either here or among the paths.
        string[] freeText = ["BITS", "ENTRY", "F", "GLOB", "ID", "K", "LABEL", "N", "NAME", "Q", "SYSTEM", "TEXT", "TIME", "VERSION", "WHO"];
        var options = CommandTree.Verbs.Values.SelectMany(command => command.Options).Where(option => option.HelpName is not null)
            .Select(option => (Name: option.HelpName!, Value: CompletedValue.Of(option.HelpName!, option.GetCompletions(System.CommandLine.Completions.CompletionContext.Empty))));
        var arguments = CommandTree.Verbs.Values.SelectMany(command => command.Arguments)
            .Select(argument => (argument.Name, Value: CompletedValue.Of(argument.Name, argument.GetCompletions(System.CommandLine.Completions.CompletionContext.Empty))));

        Assert.Equal(freeText, options.Concat(arguments).Where(value => value.Value.Kind == ValueKind.Text).Select(value => value.Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("bash", "/bin/bash")]
    [InlineData("zsh", "/usr/bin/zsh")]
    [InlineData("fish", "/usr/bin/fish")]
    public async Task A_shell_that_is_here_takes_its_script(string shell, string program)
    {
        Assert.SkipUnless(File.Exists(program), $"There is no {shell}.");
        using TemporaryFolder folder = new();

        var run = await CommandRun.OfAsync(new ProcessStartInfo(program, ["-n", folder.Write("script", CommandRun.Of("completions", shell).Output)]));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [Fact]
    public void A_shell_that_nobody_wrote_a_script_for_is_wrong_usage() =>
        Assert.Equal((ExitCode.WrongUsage, ""), CommandRun.Of("completions", "tcsh") is var run ? (run.ExitCode, run.Output) : default);
}
