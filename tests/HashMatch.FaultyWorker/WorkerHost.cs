using HashMatch.Imaging;
using HashMatch.Imaging.Isolation;

namespace HashMatch.FaultyWorker;

/// <summary>A program of its own that has workers, for what can only be seen from outside.</summary>
static class WorkerHost
{
    internal const string HangVerb = "hang";
    internal const string RestartVerb = "restart";

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

    static void Decode(IsolatedDecoder decoder, string path)
    {
        if (decoder.TryDecode(File.ReadAllBytes(path), DecodeOptions.Default with { Timeout = Timeout.InfiniteTimeSpan }, out var image, out _))
        {
            image.Dispose();
        }
    }

    static int OpenFiles() => Directory.GetFileSystemEntries("/proc/self/fd").Length;
}
