using System.Runtime.InteropServices;
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
/// Searches never wait and never see a half-made state: each sees every hash whose <see cref="Add"/> returned before it
/// began and none whose <see cref="Remove"/> did; of what happens meanwhile it may see either. Writers take turns. A
/// writer faster than the background waits for it, so memory stays bounded: <c>about 132 bytes</c> a 256-bit hash and 32
/// a 64-bit one at rest, and as much again for the parts being joined.
/// </para>
/// </remarks>
public sealed class HashIndex<THash> : IHashIndex<THash>
    where THash : struct, IHash<THash>
{
    /// <summary>Sealed tails that may wait to be joined; with one more, the writer waits.</summary>
    const int MostWaitingTails = 4;

    // Readers take the state once and work on that; only the holder of the gate puts another in its place.
    readonly object _gate = new();
    readonly int _tailCapacity;
    IndexState<THash> _state = new([], new IndexTail<THash>());
    int _count;
    List<int>? _removedWhileMerging;
    Exception? _mergeFailure;

    /// <summary>An empty index.</summary>
    public HashIndex()
        : this(SearchStrategy.TailCapacity)
    {
    }

    /// <param name="tailCapacity">At which the tail is turned into slot tables; small in tests.</param>
    internal HashIndex(int tailCapacity) => _tailCapacity = tailCapacity;

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

    /// <summary>Stores a hash under the caller's key. The same hash and the same key may be stored more than once.</summary>
    /// <exception cref="InvalidOperationException">
    /// The background could not join parts, for lack of memory as a rule (the inner exception says). The hash was not
    /// added; adding it again tries again.
    /// </exception>
    public void Add(THash hash, int id)
    {
        lock (_gate)
        {
            if (_state.Tail.RowCount >= _tailCapacity)
            {
                SealTail();
            }

            _state.Tail.Add(hash, id);
            Volatile.Write(ref _count, _count + 1);
        }
    }

    /// <summary>Stores many hashes; all become visible at once when they are many, else one by one.</summary>
    /// <param name="hashes">The hashes.</param>
    /// <param name="ids">Their keys, as many.</param>
    /// <exception cref="ArgumentException">There are not as many ids as hashes.</exception>
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

        var part = IndexSegment<THash>.Of(LiveRows<THash>.Of(hashes, ids), Environment.ProcessorCount);
        lock (_gate)
        {
            _state = _state with { Sealed = [.. _state.Sealed, part] };
            Volatile.Write(ref _count, _count + hashes.Length);
            StartMerge();
        }
    }

    /// <summary>Removes every hash stored under the key.</summary>
    /// <returns>How many there were.</returns>
    public int Remove(int id)
    {
        lock (_gate)
        {
            var removed = _state.Tail.Remove(id) + _state.Sealed.Sum(part => part.Remove(id));
            _removedWhileMerging?.Add(id);
            Volatile.Write(ref _count, _count - removed);
            return removed;
        }
    }

    /// <inheritdoc/>
    public void SearchRadius(THash query, int radius, List<SearchHit> hits)
    {
        ArgumentNullException.ThrowIfNull(hits);
        ArgumentOutOfRangeException.ThrowIfNegative(radius);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(radius, THash.BitCount);

        Collect(Volatile.Read(ref _state), query, radius, hits);
        hits.Sort();
    }

    /// <inheritdoc/>
    public void SearchRadius(ReadOnlySpan<THash> queries, int radius, HitBatch hits)
    {
        ArgumentNullException.ThrowIfNull(hits);
        ArgumentOutOfRangeException.ThrowIfNegative(radius);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(radius, THash.BitCount);

        var state = Volatile.Read(ref _state);
        hits.Clear();
        foreach (var part in state.Sealed)
        {
            part.Collect(queries, radius, hits);
        }

        state.Tail.Collect(queries, radius, hits);
        hits.Complete(queries.Length);
    }

    /// <inheritdoc/>
    public void SearchNearest(THash query, int k, List<SearchHit> hits)
    {
        ArgumentNullException.ThrowIfNull(hits);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);

        // One state for all rounds. The k nearest of everything within a radius that holds at least k are the k nearest of all.
        var state = Volatile.Read(ref _state);
        var radius = SearchStrategy.FirstNearestRadius(THash.BitCount);
        Collect(state, query, radius, hits);
        if (hits.Count < k)
        {
            radius = NearestRadius(state, query, k, hits);
            Collect(state, query, radius, hits);
        }

        while (hits.Count < k && radius < THash.BitCount)
        {
            // Removed rows are among those the radius was taken from.
            radius = Math.Min(radius + SearchStrategy.NearestRadiusStep(THash.BitCount), THash.BitCount);
            Collect(state, query, radius, hits);
        }

        hits.Sort();
        CollectionsMarshal.SetCount(hits, Math.Min(k, hits.Count));
    }

    /// <summary>Joins all parts into one, without what was removed: the state in which searches are fastest. Blocks writers, not readers.</summary>
    /// <exception cref="InvalidOperationException">The background could not join parts before; the inner exception says why.</exception>
    public void Compact()
    {
        lock (_gate)
        {
            WaitForMerge();
            var rows = LiveRows<THash>.Of(Parts);
            _state = _count < SearchStrategy.LeastRowsForSlots(THash.BitCount)
                ? new IndexState<THash>([], IndexTail<THash>.Of(rows.Codes, rows.Ids))
                : new IndexState<THash>([IndexSegment<THash>.Of(rows, Environment.ProcessorCount)], new IndexTail<THash>());
        }
    }

    /// <summary>The parts and how many hashes each holds, for those who measure.</summary>
    internal IReadOnlyList<IndexPart<THash>> Parts
    {
        get
        {
            var state = Volatile.Read(ref _state);
            return [.. state.Sealed, state.Tail];
        }
    }

    /// <summary>A radius within which some part alone has k rows; the largest part is asked, since its k nearest are nearest.</summary>
    static int NearestRadius(IndexState<THash> state, THash query, int k, List<SearchHit> scratch)
    {
        IndexPart<THash> largest = state.Tail;
        foreach (var part in state.Sealed)
        {
            largest = part.RowCount > largest.RowCount ? part : largest;
        }

        return largest.NearestRadius(query, k, scratch);
    }

    static void Collect(IndexState<THash> state, THash query, int radius, List<SearchHit> hits)
    {
        hits.Clear();
        foreach (var part in state.Sealed)
        {
            part.Collect(query, radius, hits);
        }

        state.Tail.Collect(query, radius, hits);
    }

    /// <summary>Puts an empty tail in place of the full one.</summary>
    void SealTail()
    {
        while (_removedWhileMerging is not null && _state.Sealed.Count(part => part is IndexTail<THash>) >= MostWaitingTails)
        {
            Monitor.Wait(_gate);
        }

        ThrowIfMergeFailed();
        // Another writer may have done it during the wait.
        if (_state.Tail.RowCount >= _tailCapacity)
        {
            _state = new IndexState<THash>([.. _state.Sealed, _state.Tail], new IndexTail<THash>());
            StartMerge();
        }
    }

    void StartMerge()
    {
        if (_removedWhileMerging is null && _mergeFailure is null && MergePolicy.Choose(_state.Sealed) is { Count: > 0 } parts)
        {
            new Thread(() => Merge(parts)) { IsBackground = true, Name = "hashmatch index" }.Start();
            // The thread needs the gate to finish, so it cannot have done so yet.
            _removedWhileMerging = [];
        }
    }

    void Merge(List<IndexPart<THash>> parts)
    {
        IndexSegment<THash>? joined = null;
        Exception? failure = null;
        try
        {
            joined = IndexSegment<THash>.Join(parts);
        }
        catch (Exception exception)
        {
            // A thread of its own has nobody to throw to: the next writer is told, and readers go on with the parts.
            failure = exception;
        }

        lock (_gate)
        {
            if (joined is not null)
            {
                // What was removed while rows were copied may have been copied before.
                foreach (var id in _removedWhileMerging!)
                {
                    joined.Remove(id);
                }

                _state = _state.Replace(parts, joined);
            }

            _mergeFailure = failure;
            _removedWhileMerging = null;
            StartMerge();
            Monitor.PulseAll(_gate);
        }
    }

    void WaitForMerge()
    {
        while (_removedWhileMerging is not null)
        {
            Monitor.Wait(_gate);
        }

        ThrowIfMergeFailed();
    }

    /// <summary>Tells one writer of a failed join; the next one tries again.</summary>
    void ThrowIfMergeFailed()
    {
        if (_mergeFailure is { } failure)
        {
            _mergeFailure = null;
            throw new InvalidOperationException("Parts of the index could not be joined; what is stored can still be searched.", failure);
        }
    }
}
