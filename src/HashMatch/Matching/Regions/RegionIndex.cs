using System.Runtime.InteropServices;
using HashMatch.Hashers.Regions;
using HashMatch.Hashes;
using HashMatch.Indexes;

namespace HashMatch.Matching.Regions;

/// <summary>Finds the stored pictures a part of which is seen in a query, or of which the query is a part.</summary>
/// <remarks>
/// <para>Regions with near hashes are pairs; the pictures match if enough pairs agree in one scale and one offset. A shared
/// logo or shared text agrees as well: a match says that parts are the same, not that the pictures are.</para>
/// <para>A region takes some 160 bytes in a settled index, and more than twice that while it grows: a photograph 15 to 40 KB. A query searches for each of its regions. Up to radius 47
/// the index looks hashes up; above, it compares with all, so a smaller radius is the way to large collections.</para>
/// <para>Any number of threads may search at once while nothing is added.</para>
/// </remarks>
public sealed class RegionIndex
{
    /// <summary>Bits out of 256 within which two regions are taken for the same.</summary>
    public const int DefaultRadius = 60;

    /// <summary>Agreeing regions that make a match.</summary>
    public const int DefaultLeastAgreeing = 4;

    /// <summary>Pairs of one query region with one item: more only arise where the item repeats itself.</summary>
    internal const int PairsPerRegion = 3;

    readonly HashIndex<Hash256> _index = new();
    readonly List<StoredRegion> _rows = [];
    readonly HashSet<int> _ids = [];

    /// <summary>An empty index.</summary>
    /// <param name="radius">Bits within which two regions are near, 0..256.</param>
    /// <param name="leastAgreeing">Regions that must agree in hash and place, at least 2: one agrees with itself.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside its range.</exception>
    public RegionIndex(int radius = DefaultRadius, int leastAgreeing = DefaultLeastAgreeing)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(radius);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(radius, Hash256.BitCount);
        ArgumentOutOfRangeException.ThrowIfLessThan(leastAgreeing, 2);
        Radius = radius;
        LeastAgreeing = leastAgreeing;
    }

    /// <summary>Bits within which two regions are near.</summary>
    public int Radius { get; }

    /// <summary>Agreeing regions that make a match.</summary>
    public int LeastAgreeing { get; }

    /// <summary>Stored items.</summary>
    public int Count => _ids.Count;

    /// <summary>Stored regions of all items.</summary>
    public int RegionCount => _rows.Count;

    /// <summary>Stores the regions of an item.</summary>
    /// <param name="id">The caller's key, new to the index.</param>
    /// <param name="regions">Its regions; an item without any is never found.</param>
    /// <exception cref="ArgumentException">There is an item of that key.</exception>
    public void Add(int id, RegionSet regions)
    {
        ArgumentNullException.ThrowIfNull(regions);
        if (!_ids.Add(id))
        {
            throw new ArgumentException($"There is an item {id} already.", nameof(id));
        }

        for (var number = 0; number < regions.Regions.Count; number++)
        {
            ref readonly var region = ref regions.Span[number];
            _index.Add(region.Hash, _rows.Count);
            _rows.Add(new StoredRegion(id, number, RegionPlace.Of(region)));
        }
    }

    /// <summary>Finds all items that agree with a query in enough regions.</summary>
    /// <param name="query">The regions of the picture asked for.</param>
    /// <param name="matches">Cleared, then filled: the most agreeing regions first, at the same number the smaller id.</param>
    public void Search(RegionSet query, List<RegionMatch> matches)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(matches);
        matches.Clear();
        foreach (var (id, pairs) in FindPairs(query))
        {
            if (pairs.Count >= LeastAgreeing)
            {
                var agreement = RegionConsensus.Find(CollectionsMarshal.AsSpan(pairs));
                if (agreement.Regions >= LeastAgreeing)
                {
                    matches.Add(new RegionMatch(id, agreement));
                }
            }
        }

        matches.Sort();
    }

    /// <summary>Pairs by item, in each by the query's region, nearest first: in no way by when the item was added.</summary>
    Dictionary<int, List<RegionPair>> FindPairs(RegionSet query)
    {
        var hits = new HitBatch();
        _index.SearchRadius(query.Regions.Select(region => region.Hash).ToArray(), Radius, hits);
        var found = new Dictionary<int, List<RegionPair>>();
        for (var number = 0; number < hits.Count; number++)
        {
            foreach (var hit in hits[number])
            {
                var stored = _rows[hit.Id];
                ref var pairs = ref CollectionsMarshal.GetValueRefOrAddDefault(found, stored.Id, out _);
                pairs ??= [];
                if (pairs.Count < PairsPerRegion || pairs[^PairsPerRegion].Query != number)
                {
                    pairs.Add(new RegionPair(number, stored.Number, RegionPlace.Of(query.Span[number]), stored.Place));
                }
            }
        }

        return found;
    }

    readonly record struct StoredRegion(int Id, int Number, RegionPlace Place);
}
