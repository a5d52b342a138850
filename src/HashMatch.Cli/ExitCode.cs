namespace HashMatch.Cli;

/// <summary>The exit codes pipelines rely on.</summary>
static class ExitCode
{
    internal const int Done = 0;

    /// <summary>Done, but at least one input failed; each has its record.</summary>
    internal const int SomeFailed = 1;

    internal const int WrongUsage = 2;

    /// <summary>A list, catalogue or file the run needs could not be read, or its output not written.</summary>
    internal const int Unusable = 3;

    /// <summary>Something known was found and <c>--fail-on-match</c> was given.</summary>
    internal const int KnownFound = 11;

    /// <summary>Interrupted; all that was finished is kept.</summary>
    internal const int Interrupted = 130;
}
