using HashMatch.Buffers;
using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>One self-join: its codes, its threads and the way its pairs go out.</summary>
sealed class JoinRun<THash>
    where THash : struct, IHash<THash>
{
    readonly NativeArray<ulong> _words;
    readonly int _count;
    readonly int _radius;
    readonly Action<ReadOnlySpan<HashPair>> _sink;
    readonly int _threads;

    internal JoinRun(ReadOnlySpan<THash> codes, int radius, Action<ReadOnlySpan<HashPair>> sink, int threads)
    {
        _words = Slots.SpreadAll(codes);
        _count = codes.Length;
        _radius = radius;
        _sink = sink;
        _threads = threads;
    }

    /// <summary>Every hash with every later one.</summary>
    internal void CompareAll() => Run((_count + AllPairs.ChunkLength - 1) / AllPairs.ChunkLength, pairs =>
        AllPairs.Compare(Slots.View<THash>(_words), _radius, pairs));

    /// <summary>Slot by slot, every hash with those whose slot value is near its own.</summary>
    internal void CompareNeighbours(JoinPass<THash> pass)
    {
        var radii = new SlotRadii(_radius, Slots.Count<THash>());
        var table = new JoinTable<THash>(_words, _count);
        for (var slot = 0; slot < Slots.Count<THash>(); slot++)
        {
            if (radii.Radius(slot) >= 0)
            {
                table.SortBy(slot);
                Run((_count + JoinTable<THash>.ChunkLength - 1) / JoinTable<THash>.ChunkLength, pairs =>
                    pass.Compare(table, in radii, _radius, pairs));
            }
        }
    }

    void Run(int chunks, Action<PairBuffer> compare)
    {
        new PairOutlet(_sink, chunks).Run(_threads, compare);
        GC.KeepAlive(_words);
    }
}
