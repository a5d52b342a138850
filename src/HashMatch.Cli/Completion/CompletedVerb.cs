using System.Buffers;
using System.CommandLine;
using System.CommandLine.Completions;
using HashMatch.Cli.Help;

namespace HashMatch.Cli.Completion;

/// <summary>A verb as completion knows it.</summary>
/// <param name="Name">As it is typed behind the command, <c>list import</c>; empty for the command itself.</param>
/// <param name="Description">Its first sentence.</param>
/// <param name="Verbs">Those that may follow.</param>
/// <param name="Options">Its options.</param>
/// <param name="Arguments">What its arguments are; the last one stands for all that follow.</param>
sealed record CompletedVerb(
    string Name, string Description, IReadOnlyList<CompletedVerb> Verbs, IReadOnlyList<CompletedOption> Options, IReadOnlyList<CompletedValue> Arguments)
{
    static readonly SearchValues<string> s_ends = SearchValues.Create([". ", "; "], StringComparison.Ordinal);

    /// <summary>Its own word.</summary>
    internal string Word => Name[(Name.LastIndexOf(' ') + 1)..];

    /// <summary>The verb and all below it.</summary>
    internal IEnumerable<CompletedVerb> All => [this, .. Verbs.SelectMany(verb => verb.All)];

    internal static CompletedVerb Of(Command command) => new(
        SymbolText.VerbOf(command),
        FirstSentence(command.Description),
        [.. command.Subcommands.Where(verb => !verb.Hidden).Select(Of)],
        [.. OptionsOf(command).Where(option => !option.Hidden).Select(CompletedOption.Of)],
        [.. command.Arguments.Select(argument => CompletedValue.Of(argument.Name, argument.GetCompletions(CompletionContext.Empty)))]);

    /// <summary>What fits beside a word in a menu.</summary>
    internal static string FirstSentence(string? text)
    {
        var end = text?.AsSpan().IndexOfAny(s_ends) ?? -1;
        return end < 0 ? text?.TrimEnd('.') ?? "" : text![..end];
    }

    /// <summary>Help is an option of every verb.</summary>
    static IEnumerable<Option> OptionsOf(Command command) => command is RootCommand ? command.Options
        : command.Options.Concat(command.Parents.OfType<Command>().SelectMany(OptionsOf).Where(option => option.Recursive));
}
