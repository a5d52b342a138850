using System.Globalization;
using System.Runtime.InteropServices;

namespace HashMatch.Comparison;

/// <summary>The table. Ratios are to the scalar loop and to the pointer tree where they ran, else to what ran first.</summary>
sealed class ComparisonReport(TextWriter output, ComparisonOptions options)
{
    readonly List<ComparisonResult> _results = [];

    internal void Begin(long hits)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{options.Count:N0} {(options.Clustered ? "clustered" : "uniform")} {options.Bits}-bit hashes, radius {options.Radius}, {options.Queries} queries with {hits} hits, seed {options.Seed}; fastest of {options.Rounds} rounds, one thread, {RuntimeInformation.FrameworkDescription}."));
        output.WriteLine();
    }

    internal void Add(ComparisonResult result) => _results.Add(result);

    internal void End()
    {
        if (_results.Count == 0)
        {
            output.WriteLine("No contender of that name.");
            return;
        }

        var scalar = _results.Find(result => result.Name == Contenders.Entries.ScalarLoop) ?? _results[0];
        List<ComparisonResult> yardsticks = [scalar, .. _results.Where(result => result.Name == Contenders.Entries.PointerTree && result != scalar)];
        output.WriteLine($"| contender | queries/s | by cpu | batched | comparisons/s (M) | p50 µs | p99 µs | bytes a hash | build s | recall |{string.Concat(yardsticks.Select(yardstick => $" × {yardstick.Name} |"))}");
        output.WriteLine($"|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|{string.Concat(yardsticks.Select(_ => "---:|"))}");
        foreach (var result in _results)
        {
            var speed = result.QueriesPerSecond;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {result.Name} | {Rounded(speed)} | {Rounded(result.QueriesPerProcessorSecond)} | {(result.BatchedQueriesPerSecond is { } batched ? Rounded(batched) : "–")} | {Rounded(speed * options.Count / 1e6)} | {Rounded(result.Percentile(0.5) * 1e6)} | {Rounded(result.Percentile(0.99) * 1e6)} | {result.BytesPerHash:F1} | {result.Build.TotalSeconds:F2} | {Recall(result)} |{string.Concat(yardsticks.Select(yardstick => $" {Rounded(result.QueriesPerProcessorSecond / yardstick.QueriesPerProcessorSecond)} |"))}"));
        }

        output.WriteLine();
        output.WriteLine("Batched: all queries in one call. Comparisons/s are those a scan would have had to do: hashes × queries/s, one by one. Ratios are by the processor's time (cpu): neighbours slow long queries down by the clock, and hardly short ones.");
    }

    static string Recall(ComparisonResult result) => result.FalseHits == 0
        ? result.Recall.ToString("0.######", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{result.Recall:0.######}, {result.FalseHits} FALSE HITS");

    /// <summary>Three digits at least, which say all that a measurement does.</summary>
    static string Rounded(double value) => value >= 100
        ? value.ToString("N0", CultureInfo.InvariantCulture)
        : value.ToString(value >= 10 ? "F1" : value >= 0.1 ? "F2" : "G2", CultureInfo.InvariantCulture);
}
