using System.Numerics;
using System.Runtime.CompilerServices;
using HashMatch.Buffers;
using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>Pairs that passed two slots, on their way past the third to the full comparison.</summary>
ref struct JoinBacklog<THash>
    where THash : struct, IHash<THash>
{
    internal const int Capacity = 64;

    readonly JoinTable<THash> _table;
    readonly ref readonly SlotRadii _radii;
    readonly int _radius;
    readonly int _chainSlack;
    readonly PairBuffer _pairs;
    readonly Span<Candidate> _candidates;
    int _count;

    internal JoinBacklog(
        JoinTable<THash> table, ref readonly SlotRadii radii, int radius, PairBuffer pairs, Span<Candidate> candidates)
    {
        _table = table;
        _radii = ref radii;
        _radius = radius;
        _chainSlack = radii.ChainBound<THash>(table.Slot) - radii.RingBound(table.Slot);
        _pairs = pairs;
        _candidates = candidates;
    }

    /// <summary>Takes two postings whose next slots differ in at most <paramref name="bound"/> bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(int left, int right, int bound)
    {
        var next = Differing(ref _table.Ring.First, left, right);
        if (next + Differing(ref _table.AfterNext.First, left, right) > bound + _chainSlack)
        {
            return;
        }

        Keep(left, right);
    }

    /// <summary>Compares what has gathered and hands on the pairs that this slot is the first to accept.</summary>
    internal void Compare()
    {
        ref var codes = ref Unsafe.As<ulong, THash>(ref _table.Words.First);
        foreach (ref readonly var candidate in _candidates[.._count])
        {
            ref readonly var left = ref Unsafe.Add(ref codes, candidate.Left);
            ref readonly var right = ref Unsafe.Add(ref codes, candidate.Right);
            var distance = left.DistanceTo(right);
            if (distance <= _radius && _radii.FirstToAcceptChain(in left, in right) == _table.Slot)
            {
                _pairs.Add(new HashPair(
                    Math.Min(candidate.Left, candidate.Right), Math.Max(candidate.Left, candidate.Right), distance));
            }
        }

        _count = 0;
    }

    static int Differing(ref ushort values, int left, int right) =>
        BitOperations.PopCount((uint)(Unsafe.Add(ref values, left) ^ Unsafe.Add(ref values, right)));

    void Keep(int left, int right)
    {
        ref var codes = ref Unsafe.As<ulong, THash>(ref _table.Words.First);
        var candidate = new Candidate(Unsafe.Add(ref _table.Postings.First, left), Unsafe.Add(ref _table.Postings.First, right));
        CacheLine.Prefetch(ref Unsafe.Add(ref codes, candidate.Left));
        CacheLine.Prefetch(ref Unsafe.Add(ref codes, candidate.Right));
        _candidates[_count++] = candidate;
        if (_count == Capacity)
        {
            Compare();
        }
    }

    /// <summary>The rows of a pair.</summary>
    internal readonly record struct Candidate(int Left, int Right);
}
