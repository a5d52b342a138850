namespace HashMatch.Cli;

/// <summary>The streams a run reads and writes, so that tests can hold both ends.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output: records only.</param>
/// <param name="Error">Standard error: progress, warnings, the summary.</param>
/// <param name="OutputIsTerminal">Whether a person reads the records as they come.</param>
/// <param name="ErrorIsTerminal">Whether a live progress bar can be drawn.</param>
sealed record Terminal(Stream Input, Stream Output, TextWriter Error, bool OutputIsTerminal, bool ErrorIsTerminal)
{
    internal static Terminal System() => new(
        Console.OpenStandardInput(),
        Console.OpenStandardOutput(),
        Console.Error,
        !Console.IsOutputRedirected,
        !Console.IsErrorRedirected);
}
