using HashMatch.Imaging.Vips;
using Microsoft.Win32.SafeHandles;

namespace HashMatch.Imaging.Isolation;

/// <summary>The other side of an <see cref="IsolatedDecoder"/>: what the process does that it starts.</summary>
public static class DecodeWorker
{
    const int Done = 0;

    // As for wrong usage: nobody starts a worker by hand.
    const int NotAsked = 2;

    /// <summary>
    /// Decodes what comes over standard input until that ends, then ends the process. Call it before anything else is done, and
    /// write nothing to standard output.
    /// </summary>
    /// <returns>The exit code where the process was not started by an <see cref="IsolatedDecoder"/> of the same build.</returns>
    public static int Run() => Run(ImageDecoder.Default);

    /// <summary>The same with another decoder.</summary>
    internal static int Run(IImageDecoder decoder)
    {
        using FileStream input = new(new SafeFileHandle(0, ownsHandle: false), FileAccess.Read, bufferSize: 0);
        using FileStream output = new(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        try
        {
            var greeting = WorkerMessages.Receive<WorkerGreeting>(input);
            if (!IsolatedDecoder.IsSupported || greeting.Build != WorkerGreeting.ThisBuild)
            {
                return NotAsked;
            }

            var block = SharedBlock.Open((int)greeting.Process, (int)greeting.Descriptor, greeting.Limits);
            var hasLibrary = HasLibrary();
            WorkerConfinement.Enter(block, greeting.Limits);
            WorkerMessages.Send(output, new WorkerReadiness(WorkerGreeting.ThisBuild, hasLibrary ? 1 : 0));
            WorkerLoop loop = new(decoder, block, greeting.Limits);
            while (true)
            {
                WorkerMessages.Send(output, loop.Answer(WorkerMessages.Receive<WorkerRequest>(input)));
            }
        }
        catch (IOException)
        {
            // Whoever asked is gone.
            return Done;
        }
    }

    static bool HasLibrary()
    {
        try
        {
            VipsLibrary.EnsureReady();
            return true;
        }
        catch (DllNotFoundException)
        {
            return false;
        }
    }
}
