namespace HashMatch.Cli.Help;

/// <summary>What the help of a verb tells beyond its arguments and options.</summary>
/// <param name="Verb">The verb as it is typed, such as <c>list import</c>; empty for the command itself.</param>
/// <param name="Text">What one has to know, a line a paragraph.</param>
/// <param name="Examples">The commonest first.</param>
sealed record Manual(string Verb, string Text, params Example[] Examples)
{
    /// <summary>What exit code 1 means; null where there is none.</summary>
    internal string? SomeFailed { get; init; }
}
