using HashMatch.Hashes;
using HashMatch.Matching.Review;

namespace HashMatch.Matching;

/// <summary>The first items of their groups, in the order they came: what a later item can be a repeat of.</summary>
sealed class SeenItems(MatchOptions options, VetoSet vetoes) : ISeenItems
{
    readonly List<string> _paths = [];
    readonly GroupIndex _groups = new(options);
    readonly Dictionary<(ContentDigest, long), int> _byContent = [];
    readonly Dictionary<int, VetoSides> _sides = [];
    readonly List<GroupHit> _passedOver = [];

    public SeenEvidence Find(Sighting sighting)
    {
        FirstSighting? sameBytes = ContentKey(sighting) is { } key && _byContent.TryGetValue(key, out var item)
            ? new(_paths[item], 0)
            : null;
        var sides = SidesOf(sighting);
        _passedOver.Clear();
        var nearest = sides.IsEmpty
            ? _groups.FindNearest(sighting.Forms)
            : _groups.FindNearest(sighting.Forms, group => sides.AreApartFrom(_sides.GetValueOrDefault(group)), _passedOver);
        return new SeenEvidence(sameBytes, nearest is { } hit ? ToFirst(hit) : null)
        {
            Vetoed = _passedOver.Count == 0 ? [] : _passedOver.ConvertAll(ToFirst),
        };
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
        if (SidesOf(sighting) is { IsEmpty: false } sides)
        {
            _sides.Add(item, sides);
        }

        if (ContentKey(sighting) is { } key)
        {
            _byContent.TryAdd(key, item);
        }
    }

    VetoSides SidesOf(Sighting sighting) => vetoes.SidesOf(sighting.Forms, sighting.Digests, options);

    FirstSighting ToFirst(GroupHit hit) => new(_paths[hit.Group], hit.Distance, hit.Transform, hit.Trimmed);

    static (ContentDigest, long)? ContentKey(Sighting sighting) =>
        ContentDigest.Find(sighting.Digests, DigestKind.XxHash128) is { } digest ? (digest, sighting.ByteLength) : null;
}
