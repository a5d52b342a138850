using HashMatch.Hashes;

namespace HashMatch.Matching;

/// <summary>The first items of their groups, in the order they came: what a later item can be a repeat of.</summary>
sealed class SeenItems(MatchOptions options) : ISeenItems
{
    readonly List<string> _paths = [];
    readonly GroupIndex _groups = new(options);
    readonly Dictionary<(ContentDigest, long), int> _byContent = [];

    public SeenEvidence Find(Sighting sighting)
    {
        FirstSighting? sameBytes = ContentKey(sighting) is { } key && _byContent.TryGetValue(key, out var item)
            ? new(_paths[item], 0)
            : null;
        FirstSighting? nearest = _groups.FindNearest(sighting.Forms) is { } hit
            ? new(_paths[hit.Group], hit.Distance, hit.Transform, hit.Trimmed)
            : null;
        return new SeenEvidence(sameBytes, nearest);
    }

    public void Remember(Sighting sighting, SeenEvidence evidence, Decision decision)
    {
        if (!decision.OpensGroup)
        {
            return;
        }

        var item = _paths.Count;
        _paths.Add(sighting.Path);
        _groups.Add(sighting.Forms, item);
        if (ContentKey(sighting) is { } key)
        {
            _byContent.TryAdd(key, item);
        }
    }

    static (ContentDigest, long)? ContentKey(Sighting sighting) =>
        ContentDigest.Find(sighting.Digests, DigestKind.XxHash128) is { } digest ? (digest, sighting.ByteLength) : null;
}
