namespace HashMatch.Cli;

/// <summary>Ends a run with a message for the person and an exit code for the pipeline.</summary>
sealed class CommandException(int exitCode, string message) : Exception(message)
{
    internal int ExitCode { get; } = exitCode;

    internal static CommandException Usage(string message) => new(Cli.ExitCode.WrongUsage, message);

    internal static CommandException Unusable(string message) => new(Cli.ExitCode.Unusable, message);

    /// <summary>Does work on a file; what the system or the file's format has against it ends the run.</summary>
    /// <param name="failure">What could then not be done, with the file's name.</param>
    /// <param name="work">The work.</param>
    internal static T Attempt<T>(string failure, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException or ArgumentException or NotSupportedException)
        {
            throw Unusable($"{failure}: {exception.Message}");
        }
    }
}
