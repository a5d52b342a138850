using System.Numerics;
using System.Runtime.CompilerServices;
using HashMatch.Buffers;
using HashMatch.Hashes;
using HashMatch.Indexes.Kernels;

namespace HashMatch.Indexes.Internals;

/// <summary>The codes and postings of all leaves: a leaf owns a run of slots in both.</summary>
/// <remarks>Runs come in sizes of 16, 24, 32, 48, 64 …; one that is outgrown is used again for a leaf of its size.</remarks>
sealed class BkTreeRuns<THash>(int capacity)
    where THash : struct, IHash<THash>
{
    const int SizeCount = 40;
    const int PrefetchedLines = 8;

    readonly GrowingArray<ulong> _words = new(capacity * RunLayout<THash>.Words);
    readonly GrowingArray<BkTreePosting> _postings = new(capacity);

    // By size, the first free run plus one; a free run's first posting leads to the next one.
    readonly int[] _free = new int[SizeCount];

    internal GrowingArray<ulong> Words => _words;

    internal GrowingArray<BkTreePosting> Postings => _postings;

    /// <summary>The first word of the run that starts at a slot.</summary>
    internal ref ulong Run(int start) => ref Unsafe.Add(ref _words.First, (nint)start * RunLayout<THash>.Words);

    /// <summary>Starts to fetch the codes at a slot; the processor itself goes on from there.</summary>
    internal void Prefetch(int slot)
    {
        ref var words = ref Run(slot);
        for (var line = 0; line < PrefetchedLines; line++)
        {
            CacheLine.Prefetch(ref Unsafe.Add(ref words, line * RunLayout.Lanes));
        }
    }

    /// <summary>The posting of a slot.</summary>
    internal ref BkTreePosting Posting(int slot) => ref Unsafe.Add(ref _postings.First, slot);

    /// <summary>The smallest run size that holds so many codes.</summary>
    internal static int Fitting(int count)
    {
        var size = 0;
        while (Capacity(size) < count)
        {
            size++;
        }

        return Capacity(size);
    }

    /// <summary>Takes a run of a size that <see cref="Fitting"/> gave.</summary>
    internal int Take(int capacity)
    {
        var size = Size(capacity);
        var start = _free[size] - 1;
        if (start >= 0)
        {
            _free[size] = Posting(start).Next;
            return start;
        }

        return Append(capacity);
    }

    /// <summary>Gives a run back.</summary>
    internal void Return(int start, int capacity)
    {
        // A compacted run may lie between two sizes: it serves as the smaller one.
        var size = Size(capacity);
        if (size >= 0)
        {
            Posting(start) = new BkTreePosting(0, _free[size]);
            _free[size] = start + 1;
        }
    }

    /// <summary>Appends a run of any whole number of blocks.</summary>
    internal int Append(int capacity)
    {
        _words.Append(capacity * RunLayout<THash>.Words);
        return _postings.Append(capacity);
    }

    /// <summary>Copies so many slots from one run to another.</summary>
    internal void CopyFrom(BkTreeRuns<THash> source, int from, int to, int slots)
    {
        var words = RunLayout<THash>.Words;
        source._words.Span.Slice(from * words, slots * words).CopyTo(_words.Span[(to * words)..]);
        source._postings.Span.Slice(from, slots).CopyTo(_postings.Span[to..]);
    }

    static int Capacity(int size) => ((size & 1) == 0 ? 16 : 24) << (size >> 1);

    /// <summary>The largest size of at most this capacity, -1 if there is none.</summary>
    static int Size(int capacity)
    {
        if (capacity < Capacity(0))
        {
            return -1;
        }

        var doublings = BitOperations.Log2((uint)capacity) - 4;
        return (2 * doublings) + (capacity >= 24 << doublings ? 1 : 0);
    }
}
