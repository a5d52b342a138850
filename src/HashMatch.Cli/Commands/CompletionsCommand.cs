using System.CommandLine;
using System.Text;
using HashMatch.Cli.Completion;

namespace HashMatch.Cli.Commands;

/// <summary><c>completions bash|zsh|fish|pwsh</c>: a script that has a shell complete verbs, options and their values.</summary>
static class CompletionsCommand
{
    static readonly Dictionary<string, Func<CompletedVerb, string>> s_scripts = new()
    {
        ["bash"] = BashScript.Of,
        ["zsh"] = ZshScript.Of,
        ["fish"] = FishScript.Of,
        ["pwsh"] = PowerShellScript.Of,
    };

    internal static Command Create(Terminal terminal)
    {
        var shell = new Argument<string>("SHELL") { Description = $"The shell: {string.Join(", ", s_scripts.Keys)}." };
        shell.AcceptOnlyFromAmong([.. s_scripts.Keys]);
        var command = new Command("completions", "A script that has a shell complete verbs, options and their values.") { shell };
        command.SetAction(parsed =>
        {
            var script = s_scripts[parsed.GetRequiredValue(shell)](CompletedVerb.Of(parsed.RootCommandResult.Command));
            terminal.Output.Write(Encoding.UTF8.GetBytes(script.ReplaceLineEndings("\n")));
            return ExitCode.Done;
        });
        return command;
    }
}
