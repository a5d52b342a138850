namespace HashMatch.Indexes.Internals;

/// <summary>Where the hits of a search go: the list of its only query, or a batch in which its queries stand from some place on.</summary>
readonly struct SlotHits
{
    readonly List<SearchHit>? _single;
    readonly HitBatch? _batch;
    readonly int _firstQuery;

    internal SlotHits(List<SearchHit> hits) => _single = hits;

    internal SlotHits(HitBatch batch, int firstQuery)
    {
        _batch = batch;
        _firstQuery = firstQuery;
    }

    internal void Add(int query, SearchHit hit)
    {
        if (_single is not null)
        {
            _single.Add(hit);
        }
        else
        {
            _batch!.Add(_firstQuery + query, hit);
        }
    }
}
