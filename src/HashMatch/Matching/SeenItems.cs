using HashMatch.Hashes;
using HashMatch.Indexes;

namespace HashMatch.Matching;

/// <summary>The first items of their groups, in the order they came: what a later item can be a repeat of.</summary>
sealed class SeenItems(MatchOptions options) : ISeenItems
{
    readonly List<string> _paths = [];
    readonly HashIndex<Hash256> _index = new();
    readonly Dictionary<(ContentDigest, long), int> _byContent = [];
    readonly List<SearchHit> _hits = [];

    public SeenEvidence Find(Sighting sighting, int? radius) =>
        new(FindExact(sighting), radius is { } bits ? FindNearest(sighting.Pdq.Hash, bits) : null);

    public void Remember(Sighting sighting, SeenEvidence evidence, Decision decision)
    {
        if (decision.OpensGroup)
        {
            Add(sighting, near: sighting.Pdq.Quality >= options.MinQuality);
        }
    }

    /// <summary>The first item with the same bytes.</summary>
    FirstSighting? FindExact(Sighting sighting) =>
        ContentKey(sighting) is { } key && _byContent.TryGetValue(key, out var id)
            ? new FirstSighting(_paths[id], 0)
            : null;

    /// <summary>The nearest first item within the radius; of equally near ones the earliest.</summary>
    FirstSighting? FindNearest(Hash256 hash, int radius)
    {
        _index.SearchRadius(hash, Math.Min(radius, Hash256.BitCount), _hits);
        return _hits.Count > 0 ? new FirstSighting(_paths[_hits[0].Id], _hits[0].Distance) : null;
    }

    /// <summary>Makes the item the first of its group.</summary>
    /// <param name="sighting">The item.</param>
    /// <param name="near">Whether near copies join it; equal bytes always do.</param>
    void Add(Sighting sighting, bool near)
    {
        var id = _paths.Count;
        _paths.Add(sighting.Path);
        if (near)
        {
            _index.Add(sighting.Pdq.Hash, id);
        }

        if (ContentKey(sighting) is { } key)
        {
            _byContent.TryAdd(key, id);
        }
    }

    static (ContentDigest, long)? ContentKey(Sighting sighting)
    {
        foreach (var digest in sighting.Digests)
        {
            if (digest.Kind == DigestKind.XxHash128)
            {
                return (digest, sighting.ByteLength);
            }
        }

        return null;
    }
}
