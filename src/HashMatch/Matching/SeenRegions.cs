using HashMatch.Matching.Regions;

namespace HashMatch.Matching;

/// <summary>The regions of this run's first items: what a later item can share parts with.</summary>
/// <param name="leastAgreeing">Regions that must agree.</param>
sealed class SeenRegions(int leastAgreeing)
{
    readonly List<string> _paths = [];
    readonly RegionIndex _index = new(leastAgreeing: leastAgreeing);
    readonly List<RegionMatch> _sharing = [];

    /// <summary>The first item that most regions agree with, of equal ones the earliest, if enough do.</summary>
    internal FirstSighting? Find(Sighting sighting)
    {
        if (sighting.Regions is not { } regions)
        {
            return null;
        }

        _index.Search(regions, _sharing);
        return _sharing.Count == 0 ? null : new FirstSighting(_paths[_sharing[0].Id], null, Agreement: _sharing[0].Agreement);
    }

    /// <summary>Remembers the regions of an item, if it has any; not of one whose hashes say too little.</summary>
    internal void Add(Sighting sighting)
    {
        if (sighting.Regions is { } regions)
        {
            _index.Add(_paths.Count, regions);
            _paths.Add(sighting.Path);
        }
    }
}
