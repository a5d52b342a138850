using System.CommandLine;
using HashMatch.Cli.Help;

namespace HashMatch.Cli.Tests.Help;

/// <summary>The command and all its verbs, by what is typed for them.</summary>
static class CommandTree
{
    internal static RootCommand Root { get; } =
        HashMatchCommand.Create(new Terminal(Stream.Null, Stream.Null, TextWriter.Null, OutputIsTerminal: false, ErrorIsTerminal: false));

    internal static IReadOnlyDictionary<string, Command> Verbs { get; } =
        Below(Root).ToDictionary(SymbolText.VerbOf, StringComparer.Ordinal);

    static IEnumerable<Command> Below(Command command) => [command, .. command.Subcommands.SelectMany(Below)];
}
