using HashMatch.Hashers;
using HashMatch.Hashers.Regions;
using HashMatch.Hashes;
using HashMatch.Indexes;
using HashMatch.Matching.Regions;

namespace HashMatch.Matching;

/// <summary>The first items of their groups, in the order they came: what a later item can be a repeat of.</summary>
sealed class SeenItems(MatchOptions options)
{
    readonly List<string> _paths = [];
    readonly HashIndex<Hash256> _index = new();
    readonly Dictionary<(ContentDigest, long), int> _byContent = [];
    readonly List<(int Item, BorderKind Trimmed)> _stored = [];
    readonly FormSearch _search = new(options);
    readonly RegionIndex? _regions = options.AgreeingRegions is { } least ? new RegionIndex(leastAgreeing: least) : null;
    readonly List<RegionMatch> _sharing = [];

    /// <summary>The first item with the same bytes.</summary>
    internal FirstSighting? FindExact(Sighting sighting) =>
        ContentKey(sighting) is { } key && _byContent.TryGetValue(key, out var id)
            ? new FirstSighting(_paths[id], 0)
            : null;

    /// <summary>
    /// The nearest first item within the radius and the review band, by any form; of equally near ones that to which the
    /// least was done, then the earliest. With it the radius it is judged by.
    /// </summary>
    internal (FirstSighting First, int Radius)? FindNearest(HashForms forms)
    {
        var found = _search.Find(forms, options.Radius, _index.SearchRadius);
        if (found.Count == 0)
        {
            return null;
        }

        var best = found.Min();
        var (item, trimmed) = _stored[best.Id];
        return (new FirstSighting(_paths[item], best.Distance, best.Transform, trimmed), best.Radius);
    }

    /// <summary>The first item that most regions agree with, of equal ones the earliest, if enough do.</summary>
    internal FirstSighting? FindSharing(RegionSet? regions)
    {
        if (_regions is null || regions is null)
        {
            return null;
        }

        _regions.Search(regions, _sharing);
        return _sharing.Count == 0 ? null : new FirstSighting(_paths[_sharing[0].Id], null, Agreement: _sharing[0].Agreement);
    }

    /// <summary>
    /// Makes the item the first of its group. Near copies join it by the hashes that may be matched, its own and that of
    /// the picture without its border; equal bytes always do. What shares its regions is found unless its hashes say too little.
    /// </summary>
    internal void Add(Sighting sighting)
    {
        var item = _paths.Count;
        _paths.Add(sighting.Path);
        foreach (var form in sighting.Forms.All)
        {
            if (form.Transform.Turned == DihedralTransform.Identity && options.GateOf(form) is null)
            {
                _index.Add(form.Hash, _stored.Count);
                _stored.Add((item, form.Transform.Trimmed));
            }
        }

        if (sighting.Regions is { } regions && options.GateOf(sighting.Forms) is null)
        {
            _regions?.Add(item, regions);
        }

        if (ContentKey(sighting) is { } key)
        {
            _byContent.TryAdd(key, item);
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
