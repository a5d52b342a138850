using System.CommandLine;
using System.CommandLine.Invocation;

namespace HashMatch.Cli;

/// <summary>
/// Runs a verb beside the thread that heeds interrupts, so that one ends the command whatever the verb is at: lists are read,
/// folders walked and standard input waited for without a look at it.
/// </summary>
/// <param name="verb">What the verb does.</param>
sealed class InterruptibleAction(AsynchronousCommandLineAction verb) : AsynchronousCommandLineAction
{
    /// <summary>Gives every verb below a command that can be interrupted such a thread.</summary>
    internal static void AddTo(Command command)
    {
        if (command.Action is AsynchronousCommandLineAction verb)
        {
            command.Action = new InterruptibleAction(verb);
        }

        foreach (var below in command.Subcommands)
        {
            AddTo(below);
        }
    }

    public override Task<int> InvokeAsync(ParseResult parseResult, CancellationToken cancellationToken = default) =>
        Task.Run(() => verb.InvokeAsync(parseResult, cancellationToken), CancellationToken.None);
}
