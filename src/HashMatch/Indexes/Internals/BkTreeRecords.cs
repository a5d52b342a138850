using System.Runtime.CompilerServices;
using HashMatch.Buffers;
using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>The records of the nodes by their address: a search looks it up once, not at every node.</summary>
readonly ref struct BkTreeRecords<THash>(ref int first)
    where THash : struct, IHash<THash>
{
    readonly ref int _first = ref first;

    /// <summary>Leaf: where its run of codes starts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref int Start(int node) => ref Record(node);

    /// <summary>Leaf: codes its run has room for. Inner node: 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref int Capacity(int node) => ref Unsafe.Add(ref Record(node), 1);

    /// <summary>The smallest distance from the parent's pivot that leads here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref int First(int node) => ref Unsafe.Add(ref Record(node), 3);

    /// <summary>The largest distance from the parent's pivot that leads here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref int Last(int node) => ref Unsafe.Add(ref Record(node), 2);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsLeaf(int node) => Capacity(node) != 0;

    /// <summary>Leaf: codes in its run.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref int Length(int node) => ref Unsafe.Add(ref Table(node), THash.BitCount + 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref THash Pivot(int node) =>
        ref Unsafe.As<int, THash>(ref Unsafe.Add(ref Record(node), BkTreeNodes<THash>.HeadLength));

    /// <summary>The entry of distance 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref int Table(int node) =>
        ref Unsafe.Add(ref Record(node), BkTreeNodes<THash>.HeadLength + BkTreeNodes<THash>.PivotLength);

    /// <summary>Starts to fetch a node: its head, and the middle of its table, where most distances lie.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Prefetch(int node)
    {
        CacheLine.Prefetch(ref Record(node));
        CacheLine.Prefetch(ref Unsafe.Add(ref Table(node), (THash.BitCount / 2) - 12));
        CacheLine.Prefetch(ref Unsafe.Add(ref Table(node), (THash.BitCount / 2) + 12));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    ref int Record(int node) => ref Unsafe.Add(ref _first, (nint)node * BkTreeNodes<THash>.RecordLength);
}
