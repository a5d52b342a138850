using System.Runtime.InteropServices;
using HashMatch.Imaging.Vips;

namespace HashMatch.Imaging.Isolation;

/// <summary>Brings workers up: memory to share, a process, and the first words with it.</summary>
static class WorkerStart
{
    // Somebody may kill a worker while it starts.
    const int Tries = 5;

    /// <summary>A worker that is ready.</summary>
    /// <exception cref="DecodeWorkerException">It does not start, or is no worker of this build.</exception>
    /// <exception cref="DllNotFoundException">It lacks the native library.</exception>
    internal static WorkerProcess Run(IsolationOptions options, WorkerLimits limits)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return RunOnce(options, limits);
            }
            catch (DecodeWorkerException exception) when (exception.WasKilled && tries < Tries)
            {
            }
        }
    }

    static WorkerProcess RunOnce(IsolationOptions options, WorkerLimits limits)
    {
        var worker = Launch(options, limits);
        try
        {
            if (worker.Greet().HasLibrary == 0)
            {
                throw VipsLibrary.Missing(RuntimeInformation.RuntimeIdentifier, null);
            }

            return worker;
        }
        catch
        {
            worker.Dispose();
            throw;
        }
    }

    static WorkerProcess Launch(IsolationOptions options, WorkerLimits limits)
    {
        var block = Share(limits);
        try
        {
            return new WorkerProcess(WorkerLaunch.Start(options, limits), block, limits);
        }
        catch
        {
            block.Dispose();
            throw;
        }
    }

    static SharedBlock Share(WorkerLimits limits)
    {
        try
        {
            return SharedBlock.Create(limits);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DecodeWorkerException($"There is no memory to share with a decode worker: {exception.Message}", exception);
        }
    }
}
