namespace HashMatch.Cli;

/// <summary>Ends a run with a message for the person and an exit code for the pipeline.</summary>
sealed class CommandException(int exitCode, string message) : Exception(message)
{
    internal int ExitCode { get; } = exitCode;

    internal static CommandException Usage(string message) => new(Cli.ExitCode.WrongUsage, message);

    internal static CommandException Unusable(string message) => new(Cli.ExitCode.Unusable, message);
}
