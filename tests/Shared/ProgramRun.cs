using System.Diagnostics;

namespace HashMatch.Tests.Shared;

/// <summary>One run of a program in a process of its own.</summary>
static class ProgramRun
{
    /// <summary>Runs it to its end; nobody reads its streams but this.</summary>
    internal static async Task<(int ExitCode, string Output, string Error)> OfAsync(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await error);
    }
}
