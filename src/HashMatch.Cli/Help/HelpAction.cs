using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace HashMatch.Cli.Help;

/// <summary>Lets <c>--help</c> print our pages.</summary>
/// <param name="width">The most characters of a line.</param>
sealed class HelpAction(int width) : SynchronousCommandLineAction
{
    /// <summary>Pages wider than this are hard to read, however wide the window.</summary>
    const int Widest = 100;

    /// <summary>Where there is no window.</summary>
    const int Usual = 80;

    internal static void AddTo(RootCommand root, Terminal terminal)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Description = "This page.";
        option.Action = new HelpAction(terminal.OutputIsTerminal ? Math.Clamp(Console.WindowWidth, 40, Widest) : Usual);
        root.Options.OfType<VersionOption>().Single().Description = "The version.";
    }

    /// <summary>Whoever asks for help need not have given what the verb requires.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        HelpPage.Write(parseResult.InvocationConfiguration.Output, parseResult.CommandResult.Command, width);
        return ExitCode.Done;
    }
}
