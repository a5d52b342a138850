using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using HashMatch.Benchmarks.Distance;
using HashMatch.Hashes;
using HashMatch.Indexes;
using HashMatch.Indexes.Internals;

namespace HashMatch.Benchmarks.Indexes;

/// <summary><c>grow</c>: what insertions cost a reader, and how many there are a second, while both go on.</summary>
static class GrowCommand
{
    const int Radius = 31;

    internal static Command Create()
    {
        var count = new Option<int>("--n") { HelpName = "N", Description = "Hashes there are at the beginning.", DefaultValueFactory = _ => 1_000_000 };
        var inserts = new Option<int>("--inserts") { HelpName = "N", Description = "Hashes inserted while a reader searches.", DefaultValueFactory = _ => 3_000_000 };
        var rate = new Option<int>("--rate") { HelpName = "N", Description = "Insertions a second at most; 0 for as many as there can be.", DefaultValueFactory = _ => 0 };
        var tail = new Option<int>("--tail") { HelpName = "N", Description = "Hashes at which the tail is turned into slot tables.", DefaultValueFactory = _ => SearchStrategy.TailCapacity };
        var command = new Command("grow", "Searches a growing index, quiet and while a writer inserts; prints Markdown.") { count, inserts, rate, tail };
        command.SetAction(parsed => Measure(parsed.GetValue(count), parsed.GetValue(inserts), parsed.GetValue(rate), parsed.GetValue(tail)));
        return command;
    }

    static int Measure(int count, int inserts, int rate, int tail)
    {
        var codes = RandomCodes.Create<Hash256>(count);
        int[] ids = [.. Enumerable.Range(0, count)];
        HashIndex<Hash256> index = new(tail);
        index.AddRange(codes, ids);
        index.Compact();
        Read(index, codes, 20_000, new Random(1), () => true);
        var quiet = Read(index, codes, 200_000, new Random(2), () => true);

        using CancellationTokenSource done = new();
        var seconds = 0.0;
        var writer = new Thread(() =>
        {
            seconds = Write(index, inserts, count, rate);
            done.Cancel();
        });
        writer.Start();
        var busy = Read(index, codes, int.MaxValue, new Random(3), () => !done.IsCancellationRequested);
        writer.Join();
        var parts = index.Parts.Count;
        index.Compact();
        var after = Read(index, codes, 200_000, new Random(4), () => true);
        var shared = ReadBesideBuilds(index, codes, ids);

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} hashes of 256 bits, radius {Radius}, seed {RandomCodes.Seed}, one reader, one writer, {Environment.ProcessorCount} cores; {inserts:N0} insertions in {seconds:0.0} s: **{inserts / seconds:N0} a second**; tail of {tail:N0}; {parts} parts at the end"));
        Console.WriteLine();
        Console.WriteLine("| reader | searches | a second | p50 µs | p99 µs | p99.9 µs |");
        Console.WriteLine("|---|---|---|---|---|---|");
        Print("quiet", quiet);
        Print("while a writer inserts", busy);
        Print("after, joined to one part", after);
        Print("the same, while another index is built over and over", shared);
        return 0;
    }

    /// <summary>What sharing the machine alone costs: the index rests, and a thread builds another of the same hashes.</summary>
    static List<double> ReadBesideBuilds(HashIndex<Hash256> index, Hash256[] codes, int[] ids)
    {
        using CancellationTokenSource done = new();
        var builder = new Thread(() =>
        {
            while (!done.IsCancellationRequested)
            {
                MultiIndexHash<Hash256>.Build(codes, ids, threads: 1);
            }
        });
        builder.Start();
        var micros = Read(index, codes, 200_000, new Random(5), () => true);
        done.Cancel();
        builder.Join();
        return micros;
    }

    static double Write(HashIndex<Hash256> index, int inserts, int firstId, int rate)
    {
        Random random = new(43);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < inserts; i++)
        {
            if (rate > 0 && i % 1000 == 0)
            {
                var ahead = (i / (double)rate) - clock.Elapsed.TotalSeconds;
                if (ahead > 0)
                {
                    Thread.Sleep(TimeSpan.FromSeconds(ahead));
                }
            }

            index.Add(Next(random), firstId + i);
        }

        return clock.Elapsed.TotalSeconds;
    }

    static List<double> Read(HashIndex<Hash256> index, Hash256[] codes, int searches, Random random, Func<bool> goOn)
    {
        List<double> micros = [];
        List<SearchHit> hits = [];
        for (var i = 0; i < searches && goOn(); i++)
        {
            // Half of the queries are copies of something stored, some 32 bits off, half are strangers.
            var query = i % 2 == 0 ? codes[random.Next(codes.Length)] with { W0 = 0 } : Next(random);
            var start = Stopwatch.GetTimestamp();
            index.SearchRadius(query, Radius, hits);
            micros.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        return micros;
    }

    static void Print(string name, List<double> micros)
    {
        var total = micros.Sum();
        micros.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {micros.Count:N0} | {micros.Count / total * 1e6:N0} | {At(0.5):0.0} | {At(0.99):0.0} | {At(0.999):0.0} |"));

        double At(double share) => micros[(int)(share * (micros.Count - 1))];
    }

    static Hash256 Next(Random random) =>
        new((ulong)random.NextInt64(long.MinValue, long.MaxValue), (ulong)random.NextInt64(long.MinValue, long.MaxValue),
            (ulong)random.NextInt64(long.MinValue, long.MaxValue), (ulong)random.NextInt64(long.MinValue, long.MaxValue));
}
