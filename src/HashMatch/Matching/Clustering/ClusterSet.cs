namespace HashMatch.Matching.Clustering;

/// <summary>A collection divided into clusters: every item belongs to exactly one.</summary>
/// <remarks>Immutable; safe from any thread.</remarks>
public sealed class ClusterSet
{
    readonly int[] _representatives;

    internal ClusterSet(int[] representatives)
    {
        _representatives = representatives;
        Count = representatives.Index().Count(item => item.Item == item.Index);
    }

    /// <summary>How many clusters there are; items that stand alone count as one each.</summary>
    public int Count { get; }

    /// <summary>
    /// For every item the position of the one that stands for its cluster, itself or one before it: the cluster's earliest.
    /// </summary>
    public ReadOnlySpan<int> Representatives => _representatives;

    /// <summary>The clusters of at least <paramref name="minSize"/> items, each in order, the one with the earliest item first.</summary>
    /// <param name="minSize">The smallest size wanted, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minSize"/> is below 1.</exception>
    public IReadOnlyList<IReadOnlyList<int>> Members(int minSize = 2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minSize, 1);
        var sizes = new int[_representatives.Length];
        foreach (var representative in _representatives)
        {
            sizes[representative]++;
        }

        List<IReadOnlyList<int>> clusters = [];
        Dictionary<int, List<int>> byRepresentative = [];
        for (var item = 0; item < _representatives.Length; item++)
        {
            var representative = _representatives[item];
            if (sizes[representative] < minSize)
            {
                continue;
            }

            if (representative == item)
            {
                byRepresentative.Add(item, new List<int>(sizes[item]));
                clusters.Add(byRepresentative[item]);
            }

            byRepresentative[representative].Add(item);
        }

        return clusters;
    }
}
