using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using HashMatch.Hashers;
using HashMatch.Lists;
using HashMatch.Matching;

namespace HashMatch.Benchmarks.Lists;

/// <summary><c>start</c>: how long it takes from a list of a million rows to the first verdict, read anew and from what was kept.</summary>
static class StartCommand
{
    const int Rounds = 5;

    internal static Command Create()
    {
        var count = new Option<int>("--n") { HelpName = "N", Description = "Entries of the list.", DefaultValueFactory = _ => 1_000_000 };
        var program = new Option<string>("--command") { HelpName = "DLL", Description = "A built HashMatch.Cli.dll, to measure whole runs of 'match' too; needs --image." };
        var image = new Option<string>("--image") { HelpName = "FILE", Description = "The picture it looks up." };
        var command = new Command("start", "Writes a synthetic list to a temporary folder, reads it, keeps it and opens it until the first verdict, medians of 5 where it is repeated; prints Markdown.") { count, program, image };
        command.SetAction(parsed => Measure(parsed.GetValue(count), parsed.GetValue(program), parsed.GetValue(image)));
        return command;
    }

    static int Measure(int count, string? program, string? image)
    {
        var folder = Directory.CreateTempSubdirectory("hashmatch-start-");
        try
        {
            var list = Path.Combine(folder.FullName, "list.jsonl");
            SyntheticLists.WriteKnown(list, count);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} entries with PDQ, SHA-256 and one label as JSON Lines, seed 42: {new FileInfo(list).Length:N0} bytes, in memory of the system. {Environment.ProcessorCount} processors."));
            Console.WriteLine();
            Console.WriteLine("| in one process | seconds | processor s | bytes an entry |");
            Console.WriteLine("|---|---:|---:|---:|");
            MeasureLibrary(list, Path.Combine(folder.FullName, "kept"), count);
            if (program is not null && image is not null)
            {
                Console.WriteLine();
                Console.WriteLine("| whole command | seconds, median | least | processor s | peak memory MB |");
                Console.WriteLine("|---|---:|---:|---:|---:|");
                MeasureCommand(program, image, list, folder.FullName);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return 0;
    }

    static void MeasureLibrary(string path, string folder, int count)
    {
        ListReadOptions options = new() { Name = "bench" };
        var before = GC.GetTotalMemory(forceFullCollection: true);
        KnownList? list = null;
        var read = Time(1, () => list = KnownListReader.Read(path, options).List);
        var heap = GC.GetTotalMemory(forceFullCollection: true) - before;
        Print("read and indexed", read, (heap + list!.AllocatedBytes) / (double)count);

        var kept = folder + ".hml";
        var save = Time(1, () => KnownListSnapshot.Save(list, kept));
        Print("saved and flushed", save, new FileInfo(kept).Length / (double)count);
        var entry = list.Entries[count / 2];
        foreach (var verify in (ReadOnlySpan<bool>)[false, true])
        {
            var open = Time(Rounds, () => Decide(KnownListSnapshot.Open(kept, verify).List, entry));
            Print($"opened, {(verify ? "all checksums" : "header checked only")}, first verdict", open, KnownListSnapshot.Open(kept, verify).List.AllocatedBytes / (double)count);
        }

        KnownListCache cache = new(folder);
        cache.Read(path, options, problem => throw new InvalidOperationException(problem));
        Print("list compared and opened from the cache, first verdict", Time(Rounds, () => Decide(cache.Read(path, options).List, entry)), bytes: null);
    }

    static void MeasureCommand(string program, string image, string list, string folder)
    {
        var few = Path.Combine(folder, "few.jsonl");
        SyntheticLists.WriteKnown(few, 10);
        Print("match, list of 10", CommandRuns.Measure(program, Rounds, "match", image, "--known", few));
        Print("match, read anew (once)", CommandRuns.Measure(program, 1, "match", image, "--known", list));
        string[] cached = ["match", image, "--known", list, "--list-cache", Path.Combine(folder, "command")];
        Print("match, the first time with a cache (once)", CommandRuns.Measure(program, 1, cached));
        Print("match, from the cache", CommandRuns.Measure(program, Rounds, cached));
    }

    static void Decide(KnownList list, KnownEntry entry)
    {
        var sighting = new Sighting("a", new PdqResult(entry.Pdq!.Value, 100), 1, entry.Digests);
        var decision = new Deduplicator([list], MatchOptions.Default with { MaxImbalance = 128 }).Submit(sighting);
        if (decision.Verdict != Verdict.Known)
        {
            throw new InvalidOperationException("The stored entry was not found.");
        }
    }

    /// <summary>Seconds by the clock, and of the processors: the median of each.</summary>
    static (double Clock, double Processor) Time(int rounds, Action work)
    {
        var clock = new double[rounds];
        var processor = new double[rounds];
        for (var round = 0; round < rounds; round++)
        {
            var worked = Environment.CpuUsage.TotalTime;
            var start = Stopwatch.GetTimestamp();
            work();
            clock[round] = Stopwatch.GetElapsedTime(start).TotalSeconds;
            processor[round] = (Environment.CpuUsage.TotalTime - worked).TotalSeconds;
        }

        Array.Sort(clock);
        Array.Sort(processor);
        return (clock[rounds / 2], processor[rounds / 2]);
    }

    static void Print(string what, (double Clock, double Processor) time, double? bytes) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {time.Clock:0.000} | {time.Processor:0.000} | {bytes:0} |"));

    static void Print(string what, CommandRuns runs) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {runs.Median:0.00} | {runs.Least:0.00} | {runs.Processor:0.00} | {runs.PeakBytes / 1e6:0} |"));
}
