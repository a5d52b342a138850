using System.IO.Pipes;
using Microsoft.Win32.SafeHandles;

namespace HashMatch.Cli;

/// <summary>The streams a run reads and writes, so that tests can hold both ends.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output: records only.</param>
/// <param name="Error">Standard error: progress, warnings, the summary.</param>
/// <param name="OutputIsTerminal">Whether a person reads the records as they come.</param>
/// <param name="ErrorIsTerminal">Whether a live progress bar can be drawn.</param>
sealed record Terminal(Stream Input, Stream Output, TextWriter Error, bool OutputIsTerminal, bool ErrorIsTerminal)
{
    internal static Terminal System()
    {
        // The console's own from here on, since a progress bar asks whether it is that.
        Console.SetError(new LenientWriter(Console.Error));
        return new Terminal(Console.OpenStandardInput(), StandardOutput(), Console.Error, !Console.IsOutputRedirected, !Console.IsErrorRedirected);
    }

    /// <summary>A pipe whose reader went away ends the run, which the console's own stream would pass over in silence.</summary>
    static Stream StandardOutput()
    {
        if (!OperatingSystem.IsWindows() && Console.IsOutputRedirected)
        {
            try
            {
                return new AnonymousPipeClientStream(PipeDirection.Out, new SafePipeHandle(1, ownsHandle: false));
            }
            catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException)
            {
                // A file, a device, or nothing at all.
            }
        }

        return Console.OpenStandardOutput();
    }
}
