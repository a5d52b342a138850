using HashMatch.Imaging;
using HashMatch.Imaging.Isolation;

namespace HashMatch.FaultyWorker;

/// <summary>A program of its own that has workers, for what can only be seen from outside.</summary>
static class WorkerHost
{
    internal const string HangVerb = "hang";
    internal const string RestartVerb = "restart";
    internal const string NoMemoryVerb = "no-memory";

    /// <summary>How a worker ends, as a file of endings says it.</summary>
    internal const char Kill = 'k';
    internal const char Abort = 'a';

    /// <summary>How many workers end between the two counts.</summary>
    internal const int Restarts = 12;

    internal static IsolationOptions Options { get; } = new()
    {
        Program = "dotnet",
        Arguments = [typeof(WorkerHost).Assembly.Location, FaultyDecoder.Verb],
        Workers = 2,
    };

    /// <summary>Prints its worker's number, then waits for it without end.</summary>
    internal static int Hang(string good, string bad)
    {
        using IsolatedDecoder decoder = new(Options);
        Decode(decoder, good);
        Console.WriteLine(decoder.Pool.Idle[0].Id);
        Decode(decoder, bad);
        return 0;
    }

    /// <summary>Prints how many files it has open, before and after workers crashed.</summary>
    internal static int Restart(string good, string bad)
    {
        using IsolatedDecoder decoder = new(Options);
        Decode(decoder, bad);
        Decode(decoder, good);
        Console.WriteLine(OpenFiles());
        for (var i = 0; i < Restarts / 2; i++)
        {
            // Each takes two.
            Decode(decoder, bad);
        }

        Decode(decoder, good);
        Console.WriteLine(OpenFiles());
        return 0;
    }

    /// <summary>Prints what becomes of a large picture when there is no memory for a copy of its pixels, and when none is made.</summary>
    internal static int NoMemory(string good, string large)
    {
        using IsolatedDecoder decoder = new(Options with { Workers = 1 });
        // The first one keeps its worker, so the others are copied. All workers and their memory are there before it gets scarce.
        decoder.TryDecode(File.ReadAllBytes(good), DecodeOptions.Default, out var kept, out _);
        Decode(decoder, good);
        AddressSpace.LimitTo(spare: 24 << 20);
        Console.WriteLine(Outcome(decoder, large));
        kept!.Dispose();
        Console.WriteLine(Outcome(decoder, large));
        return 0;
    }

    static string Outcome(IsolatedDecoder decoder, string path)
    {
        using var image = decoder.TryDecode(File.ReadAllBytes(path), DecodeOptions.Default, out var decoded, out var error) ? decoded : null;
        return error?.Code.ToString() ?? "decoded";
    }

    static void Decode(IsolatedDecoder decoder, string path)
    {
        if (decoder.TryDecode(File.ReadAllBytes(path), DecodeOptions.Default with { Timeout = Timeout.InfiniteTimeSpan }, out var image, out _))
        {
            image.Dispose();
        }
    }

    static int OpenFiles() => Directory.GetFileSystemEntries("/proc/self/fd").Length;
}
