using System.Diagnostics;
using System.Text.Json;
using HashMatch.Benchmarks.Distance;
using HashMatch.Hashes;
using HashMatch.Indexes;
using HashMatch.Indexes.Internals;

namespace HashMatch.Benchmarks.Indexes;

/// <summary>The loops of <see cref="SearchCommand"/>.</summary>
/// <remarks>
/// Times are given by the clock and by the processor: the second is what one thread needs when other work keeps the
/// machine busy. Percentiles are by the clock, over single queries, each from the
/// round in which it was smallest.
/// </remarks>
sealed class SearchMeasurement<THash>(SearchSetting setting, SearchData<THash> data, TextWriter output)
    where THash : struct, IHash<THash>
{
    const int QueryCount = 20_000;

    const int BatchLength = 1_000;

    internal static void Run(SearchSetting setting, TextWriter output)
    {
        var data = new SearchData<THash>(setting.Model, setting.Count, QueryCount, setting.Radius, Pictures(setting.PicturesPath));
        var measurement = new SearchMeasurement<THash>(setting, data, output);
        output.WriteLine($"{setting.Count:n0} hashes of {THash.BitCount} bits, {setting.Model}, radius {setting.Radius}");
        measurement.Yardstick();
        if (setting.JoinThreads > 0)
        {
            measurement.Join();
        }
        else
        {
            measurement.Search();
        }
    }

    /// <summary>The hashes of good quality among the records.</summary>
    static THash[] Pictures(string? path) => path is null ? [] :
    [
        .. File.ReadLines(path).Select(line => JsonElement.Parse(line))
            .Where(record => record.GetProperty("status").GetString() == "ok")
            .Select(record => THash.Parse(record.GetProperty("hash").GetString()!, null)),
    ];

    void Yardstick()
    {
        var compared = Math.Min(setting.Count, 1_000_000);
        var best = Best(() => ScalarLoop.Count(data.Queries[0], data.Codes[..compared], setting.Radius));
        output.WriteLine($"scalar loop: {compared / best.Cpu / 1e9:f2} G comparisons/s by cpu, {best.Hits} hits");
    }

    void Join()
    {
        data.PlantPairs(setting.Radius);
        var best = Best(() =>
        {
            var pairs = 0;
            SelfJoin.FindPairs(data.Codes, setting.Radius, portion => pairs += portion.Length, setting.JoinThreads);
            return pairs;
        });
        output.WriteLine($"self-join, {setting.JoinThreads} threads: {best.Clock:f2} s ({best.Cpu:f2} s cpu), {best.Hits} pairs");
    }

    void Search()
    {
        var clock = Stopwatch.StartNew();
        var built = MultiIndexHash<THash>.Build(data.Codes, data.Ids);
        output.WriteLine($"built in {clock.Elapsed.TotalSeconds:f2} s");
        foreach (var search in SlotSearch<THash>.Available)
        {
            var index = new MultiIndexHash<THash>(built.Tables, search);
            List<SearchHit> hits = [];
            HitBatch batch = new();
            var ticks = new long[QueryCount];
            var (median, tail) = (long.MaxValue, long.MaxValue);
            var single = Best(() =>
            {
                var found = 0;
                for (var query = 0; query < QueryCount; query++)
                {
                    var start = Stopwatch.GetTimestamp();
                    index.SearchRadius(data.Queries[query], setting.Radius, hits);
                    ticks[query] = Stopwatch.GetTimestamp() - start;
                    found += hits.Count;
                }

                return found;
            }, () =>
            {
                Array.Sort(ticks);
                (median, tail) = (Math.Min(median, ticks[QueryCount / 2]), Math.Min(tail, ticks[QueryCount * 99 / 100]));
            });
            var batched = Best(() =>
            {
                var found = 0;
                for (var query = 0; query < QueryCount; query += BatchLength)
                {
                    index.SearchRadius(data.Queries.Slice(query, BatchLength), setting.Radius, batch);
                    found += batch.HitCount;
                }

                return found;
            });
            output.WriteLine($"{search.Name}: {Rate(single)}, p50 {Micro(median):f1} us, p99 {Micro(tail):f1} us, " +
                $"{single.Hits} hits; batches of {BatchLength}: {Rate(batched)}, {batched.Hits} hits");
        }
    }

    static string Rate((double Clock, double Cpu, int Hits) time) =>
        $"{QueryCount / time.Clock:n0} queries/s ({QueryCount / time.Cpu:n0} by cpu)";

    static double Micro(long ticks) => Stopwatch.GetElapsedTime(0, ticks).TotalMicroseconds;

    /// <summary>The best of all rounds; what is to be done after each is not charged.</summary>
    (double Clock, double Cpu, int Hits) Best(Func<int> run, Action? afterEach = null)
    {
        var (clock, cpu, hits) = (double.MaxValue, double.MaxValue, 0);
        for (var round = 0; round <= setting.Rounds; round++)
        {
            var (cpuBefore, start) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
            hits = run();
            clock = Math.Min(clock, Stopwatch.GetElapsedTime(start).TotalSeconds);
            cpu = Math.Min(cpu, (Environment.CpuUsage.TotalTime - cpuBefore).TotalSeconds);
            afterEach?.Invoke();
        }

        return (clock, cpu, hits);
    }
}
