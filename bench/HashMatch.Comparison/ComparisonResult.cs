namespace HashMatch.Comparison;

/// <summary>What one contender achieved.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Build">Time to store all hashes.</param>
/// <param name="BytesPerHash">Memory it holds, the caller's own array of hashes aside.</param>
/// <param name="Recall">Share of the scalar loop's hits it found.</param>
/// <param name="FalseHits">Hits the scalar loop does not have.</param>
/// <param name="Latencies">Seconds of each query of the fastest round.</param>
/// <param name="ProcessorSeconds">What the processor worked for all queries, in the round where that was least.</param>
/// <param name="BatchSeconds">Seconds of all queries in one call, where there is one.</param>
sealed record ComparisonResult(
    string Name, TimeSpan Build, double BytesPerHash, double Recall, long FalseHits, double[] Latencies, double ProcessorSeconds, double? BatchSeconds)
{
    internal double QueriesPerSecond => Latencies.Length / Latencies.Sum();

    /// <summary>By the processor: what neighbours take does not count.</summary>
    internal double QueriesPerProcessorSecond => Latencies.Length / ProcessorSeconds;

    internal double? BatchedQueriesPerSecond => Latencies.Length / BatchSeconds;

    /// <summary>Seconds below which this share of the queries was answered.</summary>
    internal double Percentile(double share)
    {
        var sorted = Latencies.Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
    }
}
