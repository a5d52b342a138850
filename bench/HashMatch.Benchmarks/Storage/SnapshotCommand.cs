using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using HashMatch.Benchmarks.Distance;
using HashMatch.Hashes;
using HashMatch.Indexes;
using HashMatch.Storage;

namespace HashMatch.Benchmarks.Storage;

/// <summary><c>snapshot</c>: how long an index takes to be saved, and to be opened until the first answer.</summary>
static class SnapshotCommand
{
    internal static Command Create()
    {
        var count = new Option<int>("--n") { HelpName = "N", Description = "Hashes in the index.", DefaultValueFactory = _ => 1_000_000 };
        var folder = new Option<string>("--folder") { HelpName = "PATH", Description = "Where the file is written; it is removed afterwards.", DefaultValueFactory = _ => Path.GetTempPath() };
        var command = new Command("snapshot", "Saves and opens an index of random hashes; prints Markdown.") { count, folder };
        command.SetAction(parsed => Measure(parsed.GetValue(count), parsed.GetValue(folder)!));
        return command;
    }

    static int Measure(int count, string folder)
    {
        var codes = RandomCodes.Create<Hash256>(count);
        int[] ids = [.. Enumerable.Range(0, count)];

        var clock = Stopwatch.StartNew();
        HashIndex<Hash256> index = new();
        index.AddRange(codes, ids);
        var built = clock.Elapsed;

        var path = Path.Join(folder, $"hashmatch-{Environment.ProcessId}.hmi");
        try
        {
            clock.Restart();
            IndexSnapshot<Hash256>.Save(index, path, "pdq-1");
            var saved = clock.Elapsed;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} hashes of 256 bits, seed {RandomCodes.Seed}: {new FileInfo(path).Length:N0} bytes, {new FileInfo(path).Length / (double)count:0.0} a hash. Build {built.TotalSeconds:0.00} s with {Environment.ProcessorCount} threads, save and flush {saved.TotalSeconds:0.00} s."));
            Console.WriteLine();
            Console.WriteLine("| opened | ms to the first answer (median of 9, in memory of the system) | next 1,000 answers, µs each |");
            Console.WriteLine("|---|---|---|");
            foreach (var verify in (ReadOnlySpan<bool>)[false, true])
            {
                Open(path, codes, verify);
            }
        }
        finally
        {
            File.Delete(path);
        }

        return 0;
    }

    static void Open(string path, Hash256[] codes, bool verify)
    {
        List<SearchHit> hits = [];
        List<double> first = [];
        List<double> next = [];
        for (var round = 0; round < 9; round++)
        {
            var start = Stopwatch.GetTimestamp();
            var index = IndexSnapshot<Hash256>.Open(path, verify).Index;
            index.SearchRadius(codes[round % codes.Length], 31, hits);
            first.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (hits is not [{ Distance: 0 }, ..])
            {
                throw new InvalidOperationException("The stored hash was not found.");
            }

            start = Stopwatch.GetTimestamp();
            for (var i = 0; i < 1000; i++)
            {
                index.SearchRadius(codes[(i * 7919) % codes.Length], 31, hits);
            }

            next.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds / 1000);
        }

        first.Sort();
        next.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {(verify ? "with all checksums" : "header checked only")} | {first[4]:0.0} | {next[4]:0.0} |"));
    }
}
