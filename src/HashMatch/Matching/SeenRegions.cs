using HashMatch.Matching.Regions;
using HashMatch.Matching.Review;

namespace HashMatch.Matching;

/// <summary>The regions of this run's first items: what a later item can share parts with.</summary>
/// <param name="leastAgreeing">Regions that must agree.</param>
sealed class SeenRegions(int leastAgreeing)
{
    readonly List<string> _paths = [];
    readonly Dictionary<int, VetoSides> _sides = [];
    readonly RegionIndex _index = new(leastAgreeing: leastAgreeing);
    readonly List<RegionMatch> _sharing = [];

    /// <summary>The first item that most regions agree with, of equal ones the earliest, if enough do and no veto parts them.</summary>
    internal FirstSighting? Find(Sighting sighting, VetoSides sides)
    {
        if (sighting.Regions is not { } regions)
        {
            return null;
        }

        _index.Search(regions, _sharing);
        foreach (var match in _sharing)
        {
            if (sides.IsEmpty || !sides.AreApartFrom(_sides.GetValueOrDefault(match.Id)))
            {
                return new FirstSighting(_paths[match.Id], null, Agreement: match.Agreement);
            }
        }

        return null;
    }

    /// <summary>Remembers the regions of an item, if it has any; not of one whose hashes say too little.</summary>
    internal void Add(Sighting sighting, VetoSides sides)
    {
        if (sighting.Regions is { } regions)
        {
            if (!sides.IsEmpty)
            {
                _sides.Add(_paths.Count, sides);
            }

            _index.Add(_paths.Count, regions);
            _paths.Add(sighting.Path);
        }
    }
}
