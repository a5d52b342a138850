using HashMatch.Hashes;
using HashMatch.Indexes.Kernels;

namespace HashMatch.Indexes.Internals;

/// <summary>The codes and postings of a leaf on their way into two.</summary>
sealed class BkTreeItems<THash>(int capacity)
    where THash : struct, IHash<THash>
{
    readonly THash[] _codes = new THash[capacity];
    readonly BkTreePosting[] _postings = new BkTreePosting[capacity];
    readonly int[] _distances = new int[capacity];

    internal int Count { get; private set; }

    internal Span<THash> Codes => _codes.AsSpan(0, Count);

    internal Span<BkTreePosting> Postings => _postings.AsSpan(0, Count);

    /// <summary>As measured last.</summary>
    internal Span<int> Distances => _distances.AsSpan(0, Count);

    /// <summary>Copies a leaf's.</summary>
    internal void Load(BkTreeStore<THash> store, int leaf)
    {
        Count = store.Nodes.Length(leaf);
        var start = store.Nodes.Start(leaf);
        ref var run = ref store.Runs.Run(start);
        for (var position = 0; position < Count; position++)
        {
            _codes[position] = RunLayout<THash>.Read(ref run, position);
            _postings[position] = store.Runs.Posting(start + position);
        }
    }

    /// <summary>Measures all items.</summary>
    internal void Measure(THash pivot) => Measure(pivot, 0, Count);

    /// <summary>Measures some items.</summary>
    internal void Measure(THash pivot, int from, int count)
    {
        for (var item = from; item < from + count; item++)
        {
            _distances[item] = pivot.DistanceTo(_codes[item]);
        }
    }

    /// <summary>Finds the distance up to which nearest half of the items lie.</summary>
    /// <param name="counts">Room for every distance.</param>
    /// <param name="cut">The distance.</param>
    /// <returns>The items up to it; 0 if all have the same distance.</returns>
    internal int CountUpTo(Span<int> counts, out int cut)
    {
        counts.Clear();
        foreach (var distance in Distances)
        {
            counts[distance]++;
        }

        var (best, upTo) = (0, 0);
        cut = 0;
        for (var distance = 0; distance < counts.Length; distance++)
        {
            upTo += counts[distance];
            if (upTo < Count && Math.Abs((2 * upTo) - Count) < Math.Abs((2 * best) - Count))
            {
                (best, cut) = (upTo, distance);
            }
        }

        return best;
    }

    /// <summary>Moves the items up to a distance in front of the others.</summary>
    internal void Partition(int cut)
    {
        var near = 0;
        for (var item = 0; item < Count; item++)
        {
            if (_distances[item] <= cut)
            {
                (_codes[near], _codes[item]) = (_codes[item], _codes[near]);
                (_postings[near], _postings[item]) = (_postings[item], _postings[near]);
                (_distances[near], _distances[item]) = (_distances[item], _distances[near]);
                near++;
            }
        }
    }

    /// <summary>One of the items, from the middle: those in front were nearest to the pivot before.</summary>
    /// <remarks>Choosing the farthest, the most central or the one with the widest spread of distances gained nothing.</remarks>
    internal THash ChoosePivot(int from, int count) => _codes[from + (count / 2)];
}
