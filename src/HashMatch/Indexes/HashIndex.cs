using System.Runtime.InteropServices;
using HashMatch.Distance;
using HashMatch.Hashes;
using HashMatch.Indexes.Internals;

namespace HashMatch.Indexes;

/// <summary>The index to take: exact, growing, searched by any number of threads while it is written to.</summary>
/// <typeparam name="THash">The width searched.</typeparam>
/// <remarks>
/// <para>
/// New hashes go into a tail that is compared one by one; a full tail is turned into slot tables, as
/// <see cref="MultiIndexHash{THash}"/> has them, by a thread in the background. Which way a search takes is decided for
/// every part from its size, the width and the radius, by measured thresholds.
/// </para>
/// <para>
/// Searches never wait: each sees every hash whose <see cref="Add"/> returned before it began and none whose
/// <see cref="Remove"/> did. Of what happens meanwhile it may see some; a removal it sees wholly or not at all, and a hash
/// added under a new key before the old key is removed is always found under one of them. Writers take turns, and wait
/// for the background when they are faster.
/// </para>
/// <para>
/// At rest a 256-bit hash takes about 136 bytes and a 64-bit one about 38 (<see cref="AllocatedBytes"/> tells), at most
/// 134 or 536 million of them in one part. While parts are joined the joined one is added to that, and for a time some 40
/// bytes a hash of it; <see cref="Compact"/> takes about 160 more.
/// </para>
/// </remarks>
public sealed class HashIndex<THash> : IHashIndex<THash>
    where THash : struct, IHash<THash>
{
    // Readers take the state once and work on that; only the holder of the gate puts another in its place.
    readonly object _gate = new();
    readonly int _tailCapacity;
    readonly BackgroundJoin<THash> _join;
    IndexState<THash> _state = new([], new IndexTail<THash>());
    ulong _removals;
    int _count;

    /// <summary>An empty index.</summary>
    /// <exception cref="KernelUnavailableException">The environment asks for a kernel this machine does not run.</exception>
    public HashIndex()
        : this(SearchStrategy.TailCapacity)
    {
    }

    /// <param name="tailCapacity">At which the tail is turned into slot tables; small in tests.</param>
    internal HashIndex(int tailCapacity)
    {
        _tailCapacity = tailCapacity;
        _join = new BackgroundJoin<THash>(_gate, () => _state, () => _removals, state => Volatile.Write(ref _state, state));
    }

    internal HashIndex(IndexSegment<THash> segment)
        : this()
    {
        _state = _state with { Sealed = [segment] };
        _count = segment.LiveCount;
    }

    internal HashIndex(IndexTail<THash> tail)
        : this()
    {
        _state = _state with { Tail = tail };
        _count = tail.LiveCount;
    }

    /// <inheritdoc/>
    public int Count => Volatile.Read(ref _count);

    /// <summary>The memory the hashes occupy outside the collector's heap, in bytes; parts being joined are not counted twice.</summary>
    public long AllocatedBytes => Parts.Sum(part => part.AllocatedBytes);

    /// <summary>The parts, for those who measure.</summary>
    internal IReadOnlyList<IndexPart<THash>> Parts => Volatile.Read(ref _state).Parts;

    /// <summary>Stores a hash under the caller's key. The same hash and the same key may be stored more than once.</summary>
    /// <exception cref="InvalidOperationException">
    /// The background could not join parts, for lack of memory as a rule (the inner exception says). The hash was not
    /// added; adding it again tries again.
    /// </exception>
    public void Add(THash hash, int id)
    {
        lock (_gate)
        {
            while (_state.Tail.RowCount >= _tailCapacity)
            {
                // Another writer may have sealed the tail during the wait, so it is looked at again.
                if (!_join.WaitForRoom())
                {
                    Volatile.Write(ref _state, _state with { Sealed = _state.Parts, Tail = new IndexTail<THash>() });
                    _join.Start();
                }
            }

            _state.Tail.Add(hash, id);
            Volatile.Write(ref _count, _count + 1);
        }
    }

    /// <summary>Stores many hashes; when they are many, all become visible at once.</summary>
    /// <param name="hashes">The hashes.</param>
    /// <param name="ids">Their keys, as many.</param>
    /// <exception cref="ArgumentException">There are not as many ids as hashes.</exception>
    /// <exception cref="InvalidOperationException">As for <see cref="Add"/>; of few hashes some may have been added.</exception>
    /// <exception cref="OverflowException">There are more than a part can hold; none was added.</exception>
    public void AddRange(ReadOnlySpan<THash> hashes, ReadOnlySpan<int> ids)
    {
        if (hashes.Length != ids.Length)
        {
            throw new ArgumentException("There must be as many ids as hashes.", nameof(ids));
        }

        if (hashes.Length < _tailCapacity)
        {
            for (var i = 0; i < hashes.Length; i++)
            {
                Add(hashes[i], ids[i]);
            }

            return;
        }

        var segment = IndexSegment<THash>.Of(LiveRows<THash>.Of(hashes, ids), Environment.ProcessorCount);
        lock (_gate)
        {
            while (_join.WaitForRoom())
            {
            }

            Volatile.Write(ref _state, _state with { Sealed = [.. _state.Sealed, segment] });
            Volatile.Write(ref _count, _count + hashes.Length);
            _join.Start();
        }
    }

    /// <summary>Removes every hash stored under the key.</summary>
    /// <returns>How many there were.</returns>
    public int Remove(int id)
    {
        lock (_gate)
        {
            var removal = _removals + 1;
            var removed = _state.Tail.Remove(id, removal) + _state.Sealed.Sum(part => part.Remove(id, removal));
            _join.Note(id, removal);
            // All rows are marked before the removal counts.
            Volatile.Write(ref _removals, removal);
            Volatile.Write(ref _count, _count - removed);
            if (removed > 0 && _state.Sealed.Any(part => part.IsWasteful))
            {
                _join.Start();
            }

            return removed;
        }
    }

    /// <inheritdoc/>
    public void SearchRadius(THash query, int radius, List<SearchHit> hits)
    {
        ArgumentNullException.ThrowIfNull(hits);
        RadiusRange.Require<THash>(radius);

        Collect(Begin(out var removals), query, radius, removals, hits);
        hits.Sort();
    }

    /// <inheritdoc/>
    public void SearchRadius(ReadOnlySpan<THash> queries, int radius, HitBatch hits)
    {
        ArgumentNullException.ThrowIfNull(hits);
        RadiusRange.Require<THash>(radius);

        var state = Begin(out var removals);
        hits.Clear();
        foreach (var part in state.Sealed)
        {
            part.Collect(queries, radius, removals, hits);
        }

        state.Tail.Collect(queries, radius, removals, hits);
        hits.Complete(queries.Length);
    }

    /// <inheritdoc/>
    public void SearchNearest(THash query, int k, List<SearchHit> hits)
    {
        ArgumentNullException.ThrowIfNull(hits);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);

        // One state for all rounds. The k nearest of everything within a radius that holds at least k are the k nearest of all.
        var state = Begin(out var removals);
        var radius = SearchStrategy.FirstNearestRadius(THash.BitCount);
        Collect(state, query, radius, removals, hits);
        if (hits.Count < k)
        {
            // A radius within which some part alone has k rows: the largest part's is the smallest, as a rule.
            IndexPart<THash> largest = state.Tail;
            foreach (var part in state.Sealed)
            {
                largest = part.RowCount > largest.RowCount ? part : largest;
            }

            radius = largest.NearestRadius(query, k, hits);
            Collect(state, query, radius, removals, hits);
        }

        while (hits.Count < k && radius < THash.BitCount)
        {
            // Removed rows are among those the radius was taken from.
            radius = Math.Min(radius + SearchStrategy.NearestRadiusStep(THash.BitCount), THash.BitCount);
            Collect(state, query, radius, removals, hits);
        }

        hits.Sort();
        CollectionsMarshal.SetCount(hits, Math.Min(k, hits.Count));
    }

    /// <summary>
    /// Joins all parts into one, without what was removed: the state in which searches are fastest and memory is least.
    /// Blocks writers meanwhile, not readers.
    /// </summary>
    /// <exception cref="OverflowException">There are more hashes than a part can hold; all stays as it is.</exception>
    public void Compact()
    {
        lock (_gate)
        {
            _join.WaitForEnd();
            var rows = LiveRows<THash>.Of(_state.Parts, _removals);
            Volatile.Write(ref _state, rows.Ids.Length < SearchStrategy.LeastRowsForSlots(THash.BitCount)
                ? new IndexState<THash>([], IndexTail<THash>.Of(rows.Codes, rows.Ids), _removals)
                : new IndexState<THash>([IndexSegment<THash>.Of(rows, Environment.ProcessorCount)], new IndexTail<THash>(), _removals));
        }
    }

    /// <summary>What the index holds now, to be read while it goes on.</summary>
    internal FrozenParts<THash> Freeze()
    {
        lock (_gate)
        {
            return new FrozenParts<THash>([.. _state.Parts.Select(part => (part, part.RowCount))], _removals);
        }
    }

    /// <summary>What a search works on. The removals first: whatever was added before one of them is then in the state.</summary>
    IndexState<THash> Begin(out ulong removals)
    {
        var seen = Volatile.Read(ref _removals);
        var state = Volatile.Read(ref _state);
        removals = state.Heeded(seen);
        return state;
    }

    static void Collect(IndexState<THash> state, THash query, int radius, ulong removals, List<SearchHit> hits)
    {
        hits.Clear();
        foreach (var part in state.Sealed)
        {
            part.Collect(query, radius, removals, hits);
        }

        state.Tail.Collect(query, radius, removals, hits);
    }
}
