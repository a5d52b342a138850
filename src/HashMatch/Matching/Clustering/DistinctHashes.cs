using HashMatch.Hashes;

namespace HashMatch.Matching.Clustering;

/// <summary>
/// A collection without its repetitions, in the order of first occurrence: equal hashes are one item of a join, since
/// their pairs would grow with the square of their number.
/// </summary>
readonly struct DistinctHashes<THash>
    where THash : struct, IHash<THash>
{
    internal DistinctHashes(ReadOnlySpan<THash> codes)
    {
        Dictionary<THash, int> numbers = new(codes.Length);
        Numbers = new int[codes.Length];
        for (var item = 0; item < codes.Length; item++)
        {
            numbers.TryAdd(codes[item], numbers.Count);
            Numbers[item] = numbers[codes[item]];
        }

        Codes = new THash[numbers.Count];
        FirstItems = new int[numbers.Count];
        for (var item = codes.Length - 1; item >= 0; item--)
        {
            Codes[Numbers[item]] = codes[item];
            FirstItems[Numbers[item]] = item;
        }
    }

    /// <summary>The different hashes.</summary>
    internal THash[] Codes { get; }

    /// <summary>For every item the number of its hash.</summary>
    internal int[] Numbers { get; }

    /// <summary>For every hash the first item that has it.</summary>
    internal int[] FirstItems { get; }

    /// <summary>A division of the hashes as one of the items; the earliest hash of a cluster brings its earliest item.</summary>
    internal ClusterSet Expand(int[] representatives)
    {
        var items = new int[Numbers.Length];
        for (var item = 0; item < items.Length; item++)
        {
            items[item] = FirstItems[representatives[Numbers[item]]];
        }

        return new ClusterSet(items);
    }
}
