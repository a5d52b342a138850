using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace HashMatch.Imaging.Isolation;

/// <summary>Starts the program of a worker with a runtime that is small, quick to start and leaves nothing behind.</summary>
static class WorkerLaunch
{
    /// <summary>The variable that tells a worker what it is.</summary>
    internal const string Mark = "HASHMATCH_DECODE_WORKER";

    /// <exception cref="DecodeWorkerException">The system cannot start it.</exception>
    internal static Process Start(IsolationOptions options, WorkerLimits limits)
    {
        ProcessStartInfo start = new(options.Program, options.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var environment = start.Environment;
        environment[Mark] = "1";
        // Where the program runs by a later runtime than it was built for, so does its worker.
        environment.TryAdd("DOTNET_ROLL_FORWARD", "Major");
        environment["DOTNET_GCHeapHardLimit"] = limits.ManagedBytes.ToString("x", CultureInfo.InvariantCulture);
        environment["DOTNET_GCRegionRange"] = (2 * limits.ManagedBytes).ToString("x", CultureInfo.InvariantCulture);
        environment["DOTNET_gcServer"] = "0";
        environment["DOTNET_gcConcurrent"] = "0";
        environment["DOTNET_TieredPGO"] = "0";
        // No socket for debuggers, which would stay where a worker is killed, and no dump of a picture's memory.
        environment["DOTNET_EnableDiagnostics"] = "0";
        environment["DOTNET_DbgEnableMiniDump"] = "0";
        try
        {
            return Process.Start(start)!;
        }
        catch (Exception exception) when (exception is Win32Exception or IOException or InvalidOperationException)
        {
            throw new DecodeWorkerException($"A decode worker cannot be started: {exception.Message}", exception);
        }
    }
}
