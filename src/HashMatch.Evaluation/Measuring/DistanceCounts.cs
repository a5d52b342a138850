namespace HashMatch.Evaluation.Measuring;

/// <summary>How many pairs lie at each distance: exact counts, in whatever order they came.</summary>
/// <param name="maxDistance">The largest distance there is.</param>
sealed class DistanceCounts(int maxDistance)
{
    readonly long[] _counts = new long[maxDistance + 1];

    /// <summary>Pairs at each distance.</summary>
    internal ReadOnlySpan<long> Counts => _counts;

    /// <summary>All pairs.</summary>
    internal long Total { get; private set; }

    internal void Add(int distance)
    {
        _counts[distance]++;
        Total++;
    }

    internal void Add(DistanceCounts other)
    {
        for (var distance = 0; distance < _counts.Length; distance++)
        {
            _counts[distance] += other._counts[distance];
        }

        Total += other.Total;
    }

    /// <summary>Pairs at most <paramref name="radius"/> apart.</summary>
    internal long Within(int radius)
    {
        var within = 0L;
        for (var distance = 0; distance <= radius; distance++)
        {
            within += _counts[distance];
        }

        return within;
    }

    /// <summary>The share of pairs at most <paramref name="radius"/> apart, 0 to 1; null where there are no pairs.</summary>
    internal double? ShareWithin(int radius) => Total == 0 ? null : (double)Within(radius) / Total;

    /// <summary>The largest radius at which at most <paramref name="perMillion"/> of a million pairs match, or -1 where even 0 gives more.</summary>
    internal int LargestRadius(double perMillion)
    {
        var within = 0L;
        for (var radius = 0; radius < _counts.Length; radius++)
        {
            within += _counts[radius];
            if (within * 1e6 > perMillion * Total)
            {
                return radius - 1;
            }
        }

        return _counts.Length - 1;
    }

    internal static DistanceCounts Sum(int maxDistance, IEnumerable<DistanceCounts> parts)
    {
        DistanceCounts sum = new(maxDistance);
        foreach (var part in parts)
        {
            sum.Add(part);
        }

        return sum;
    }
}
