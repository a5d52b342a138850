using System.Runtime.CompilerServices;
using HashMatch.Buffers;
using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>The nodes of a tree, each one record of a flat array: a head, the pivot, and a table over distances.</summary>
/// <remarks>
/// The table has an entry for every distance from the pivot. In an inner node it names the child that holds that
/// distance; neighbouring distances may share a child. In a leaf it says where the codes of that distance begin, with
/// one more entry for the end: a leaf's codes lie in order of distance, so that the part of it which a query can reach
/// is one stretch. One table for both makes the children of a query's distances an index away, and lets a leaf become
/// an inner node in place.
/// </remarks>
sealed class BkTreeNodes<THash>
    where THash : struct, IHash<THash>
{
    internal const int HeadLength = 4;
    const int Line = 64 / sizeof(int);

    readonly GrowingArray<int> _records = new(RecordLength);

    internal GrowingArray<int> Records => _records;

    internal int Count => _records.Length / RecordLength;

    internal static int PivotLength => Unsafe.SizeOf<THash>() / sizeof(int);

    internal static int RecordLength => (HeadLength + PivotLength + THash.BitCount + 2 + Line - 1) / Line * Line;

    /// <summary>Adds a leaf without codes.</summary>
    internal int Add(THash pivot, int runStart, int runCapacity)
    {
        var node = _records.Append(RecordLength) / RecordLength;
        Start(node) = runStart;
        Capacity(node) = runCapacity;
        Pivot(node) = pivot;
        return node;
    }

    /// <summary>The records, as long as no node is added.</summary>
    internal BkTreeRecords<THash> View => new(ref _records.First);

    internal ref int Start(int node) => ref View.Start(node);

    internal ref int Capacity(int node) => ref View.Capacity(node);

    internal ref int First(int node) => ref View.First(node);

    internal ref int Last(int node) => ref View.Last(node);

    internal bool IsLeaf(int node) => View.IsLeaf(node);

    internal ref int Length(int node) => ref View.Length(node);

    internal ref THash Pivot(int node) => ref View.Pivot(node);

    internal ref int Table(int node) => ref View.Table(node);

    /// <summary>Makes a node inner: every distance leads to <paramref name="child"/> until it is divided.</summary>
    internal void MakeInner(int node, int child)
    {
        Start(node) = 0;
        Capacity(node) = 0;
        TableSpan(node)[..^1].Fill(child);
        Length(node) = 0;
    }

    /// <summary>All entries, one for each distance and one for the end.</summary>
    internal Span<int> TableSpan(int node) =>
        _records.Span.Slice((node * RecordLength) + HeadLength + PivotLength, THash.BitCount + 2);
}
