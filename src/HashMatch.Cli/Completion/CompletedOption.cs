using System.CommandLine;
using System.CommandLine.Completions;

namespace HashMatch.Cli.Completion;

/// <summary>An option of a verb.</summary>
/// <param name="Names">All its names.</param>
/// <param name="Description">Its first sentence.</param>
/// <param name="Value">What follows it; <see cref="ValueKind.None"/> too where nothing needs to.</param>
/// <param name="IsRepeatable">Whether it may be given again.</param>
sealed record CompletedOption(IReadOnlyList<string> Names, string Description, CompletedValue Value, bool IsRepeatable)
{
    internal static CompletedOption Of(Option option) => new(
        // "-?" is for those who guess; to a shell it is a pattern.
        [.. ((IEnumerable<string>)[option.Name, .. option.Aliases]).Where(name => name.StartsWith('-') && name != "-?").OrderByDescending(name => name.Length)],
        CompletedVerb.FirstSentence(option.Description),
        option.Arity.MinimumNumberOfValues == 0 ? CompletedValue.None : CompletedValue.Of(option.HelpName ?? "", option.GetCompletions(CompletionContext.Empty)),
        option.Arity.MaximumNumberOfValues > 1);
}
