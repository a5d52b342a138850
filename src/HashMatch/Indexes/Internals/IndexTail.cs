using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HashMatch.Buffers;
using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>The newest hashes, compared one after the other: a hash is found by every search that begins after it was added.</summary>
sealed class IndexTail<THash> : IndexPart<THash>
    where THash : struct, IHash<THash>
{
    readonly NativeArray<ulong> _words;
    readonly NativeArray<int> _ids;
    int _published;

    public IndexTail(int capacity)
    {
        _words = new NativeArray<ulong>(capacity * (THash.BitCount / 64));
        _ids = new NativeArray<int>(capacity);
    }

    public override int RowCount => Volatile.Read(ref _published);

    protected override int Capacity => _ids.Length;

    public bool IsFull => _published == _ids.Length;

    protected override ReadOnlySpan<int> Ids => _ids.Span[..RowCount];

    /// <summary>A tail of the rows given.</summary>
    public static IndexTail<THash> Of(ReadOnlySpan<THash> codes, ReadOnlySpan<int> ids)
    {
        IndexTail<THash> tail = new(Math.Max(codes.Length, SearchStrategy.FirstTailCapacity));
        for (var row = 0; row < codes.Length; row++)
        {
            tail.Add(codes[row], ids[row]);
        }

        return tail;
    }

    /// <summary>Adds a row to a tail that is not full.</summary>
    public void Add(in THash hash, int id)
    {
        var row = _published;
        Codes[row] = hash;
        _ids.Span[row] = id;
        // Readers look at rows below this number alone, and see all that was written before it.
        Volatile.Write(ref _published, row + 1);
        GC.KeepAlive(this);
    }

    /// <summary>A larger tail with the same rows. Readers of this one are not disturbed.</summary>
    public IndexTail<THash> Grow(int capacity)
    {
        IndexTail<THash> larger = new(capacity);
        _words.Span.CopyTo(larger._words.Span);
        _ids.Span.CopyTo(larger._ids.Span);
        larger._published = _published;
        larger.CopyRemoved(this);
        GC.KeepAlive(this);
        return larger;
    }

    public override void Collect(in THash query, int radius, List<SearchHit> hits)
    {
        var codes = Codes[..RowCount];
        var ids = _ids.Span;
        var removed = Removed;
        for (var row = 0; row < codes.Length; row++)
        {
            var distance = query.DistanceTo(codes[row]);
            if (distance <= radius && (removed is null || !IsSet(removed, row)))
            {
                hits.Add(new SearchHit(ids[row], distance));
            }
        }

        GC.KeepAlive(this);
    }

    protected override int FindRow(int id, int from)
    {
        var row = _ids.Span[from.._published].IndexOf(id);
        return row < 0 ? -1 : from + row;
    }

    protected override THash Code(int row) => Codes[row];

    Span<THash> Codes => MemoryMarshal.CreateSpan(ref Unsafe.As<ulong, THash>(ref _words.First), _ids.Length);
}
