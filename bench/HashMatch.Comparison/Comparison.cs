using System.Diagnostics;
using HashMatch.Comparison.Contenders;
using HashMatch.Hashes;
using HashMatch.Indexes;

namespace HashMatch.Comparison;

/// <summary>Lets every contender build, checks its answers against the scalar loop, then measures it.</summary>
sealed class Comparison<THash>(Workload<THash> workload, ComparisonOptions options, TextWriter table, TextWriter progress)
    where THash : unmanaged, IHash<THash>
{
    /// <summary>False if any contender's answers differ from the scalar loop's.</summary>
    internal bool Run()
    {
        var expected = new ScalarLoop<THash>().Answers(workload, options.Radius);
        var report = new ComparisonReport(table, options);
        report.Begin(expected.Sum(hits => (long)hits.Count));
        var exact = true;
        foreach (var (name, make) in Entries<THash>.All.Where(entry => options.Runs(entry.Name)))
        {
            progress.WriteLine(name);
            var result = Measure(name, make, expected);
            report.Add(result);
            exact &= result is { Recall: 1, FalseHits: 0 };
        }

        report.End();
        return exact;
    }

    ComparisonResult Measure(string name, Func<Contender<THash>> make, List<SearchHit>[] expected)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var contender = make();
        var watch = Stopwatch.StartNew();
        contender.Build(workload.Codes);
        var build = watch.Elapsed;
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before + contender.UnmanagedBytes;

        // Checked before it is timed, and warm afterwards.
        var answers = contender.Answers(workload, options.Radius);
        long found = 0;
        long wanted = 0;
        long wrong = 0;
        for (var i = 0; i < answers.Length; i++)
        {
            var right = answers[i].Intersect(expected[i]).Count();
            found += right;
            wanted += expected[i].Count;
            wrong += answers[i].Count - right;
        }

        var recall = wanted == 0 ? 1 : (double)found / wanted;
        WarmUp(() => Round(contender));
        var rounds = Enumerable.Range(0, options.Rounds).Select(_ => Round(contender)).ToList();
        var batched = BatchSeconds(contender);
        GC.KeepAlive(contender);
        return new ComparisonResult(name, build, (double)bytes / workload.Codes.Length, recall, wrong, rounds.MinBy(round => round.Latencies.Sum()).Latencies, rounds.Min(round => round.Processor), batched);
    }

    /// <summary>Seconds of all queries in one call, the fastest of as many rounds as single queries have; null where there is no such call.</summary>
    double? BatchSeconds(Contender<THash> contender)
    {
        HitBatch hits = new();
        if (!contender.TrySearchBatch(workload.Queries, options.Radius, hits))
        {
            return null;
        }

        WarmUp(Batch);
        return Enumerable.Range(0, options.Rounds).Min(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            Batch();
            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        });

        void Batch() => contender.TrySearchBatch(workload.Queries, options.Radius, hits);
    }

    /// <summary>Until the runtime has had the time to compile everything with full optimization; slow ones need no more than a round.</summary>
    static void WarmUp(Action round)
    {
        var watch = Stopwatch.StartNew();
        do
        {
            round();
        }
        while (watch.ElapsedMilliseconds < 500);
    }

    /// <summary>Seconds of each query by the clock, and of all by the processor.</summary>
    (double[] Latencies, double Processor) Round(Contender<THash> contender)
    {
        var latencies = new double[workload.Queries.Length];
        List<SearchHit> hits = [];
        var worked = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < latencies.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            contender.Search(workload.Queries[i], options.Radius, hits);
            latencies[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        return (latencies, (Environment.CpuUsage.TotalTime - worked).TotalSeconds);
    }
}
