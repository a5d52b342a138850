using System.Runtime.CompilerServices;
using HashMatch.Buffers;
using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>Candidates on their way to the full comparison: posting, then row, then code, each asked for ahead of its use.</summary>
ref struct SlotBacklog<THash>
    where THash : struct, IHash<THash>
{
    /// <summary>Enough that the waits for memory overlap; a search at radius 31 over a million has about 16.</summary>
    internal const int Capacity = 64;

    readonly SlotTables<THash> _tables;
    readonly ReadOnlySpan<THash> _queries;
    readonly SlotHits _hits;
    readonly int _radius;
    readonly Span<Candidate> _candidates;
    int _count;

    /// <summary>The work done so far, in postings weighed.</summary>
    internal long Effort;

    /// <param name="tables">What is searched.</param>
    /// <param name="queries">The hashes asked for.</param>
    /// <param name="radius">The inclusive bound.</param>
    /// <param name="hits">Where hits go.</param>
    /// <param name="candidates">Room for <see cref="Capacity"/> of them.</param>
    internal SlotBacklog(
        SlotTables<THash> tables, ReadOnlySpan<THash> queries, int radius, SlotHits hits, Span<Candidate> candidates)
    {
        _tables = tables;
        _queries = queries;
        _radius = radius;
        _hits = hits;
        _candidates = candidates;
    }

    /// <summary>Takes a candidate that the table of <paramref name="slot"/> accepted at one of its postings.</summary>
    internal void Add(int query, int slot, int posting, in SlotRadii radii)
    {
        ref var place = ref Unsafe.Add(ref _tables.Postings.First, ((nint)slot * _tables.Count) + posting);
        CacheLine.Prefetch(ref place);
        _candidates[_count++] = new Candidate(query, slot, posting);
        if (_count == Capacity)
        {
            Compare(in radii);
        }
    }

    /// <summary>Compares what has gathered and keeps the hits.</summary>
    internal void Compare(in SlotRadii radii)
    {
        var candidates = _candidates[.._count];
        Effort += _count * ProbeCost.CandidateEffort;
        _count = 0;
        foreach (ref var candidate in candidates)
        {
            var row = Unsafe.Add(ref _tables.Postings.First, ((nint)candidate.Slot * _tables.Count) + candidate.Row);
            // Tables can come from a file that was not verified: a wrong row may mislead, but not leave the codes.
            candidate.Row = (uint)row < (uint)_tables.Count ? row : 0;
            CacheLine.Prefetch(ref Unsafe.Add(ref _tables.First, candidate.Row));
        }

        foreach (ref readonly var candidate in candidates)
        {
            ref readonly var code = ref Unsafe.Add(ref _tables.First, candidate.Row);
            ref readonly var query = ref _queries[candidate.Query];
            var distance = query.DistanceTo(code);
            if (distance <= _radius && radii.FirstToAccept(in query, in code, _tables.Masks.Shift) == candidate.Slot)
            {
                _hits.Add(candidate.Query, new SearchHit(Unsafe.Add(ref _tables.Ids.First, candidate.Row), distance));
            }
        }
    }

    /// <summary>One candidate; its row is the place of the posting until that has been read.</summary>
    internal struct Candidate(int query, int slot, int row)
    {
        internal readonly int Query = query;
        internal readonly int Slot = slot;
        internal int Row = row;
    }
}
