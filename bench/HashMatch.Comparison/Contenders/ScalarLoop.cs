using HashMatch.Hashes;
using HashMatch.Indexes;

namespace HashMatch.Comparison.Contenders;

/// <summary>A loop over the array with the processor's popcount: what one would write first, and the oracle of all others.</summary>
sealed class ScalarLoop<THash> : Contender<THash>
    where THash : unmanaged, IHash<THash>
{
    THash[] _codes = [];

    internal override void Build(THash[] codes) => _codes = codes.ToArray();

    internal override void Search(THash query, int radius, List<SearchHit> hits)
    {
        hits.Clear();
        var codes = _codes;
        for (var id = 0; id < codes.Length; id++)
        {
            var distance = query.DistanceTo(codes[id]);
            if (distance <= radius)
            {
                hits.Add(new SearchHit(id, distance));
            }
        }

        hits.Sort();
    }

    internal override List<SearchHit>[] Answers(Workload<THash> workload, int radius)
    {
        _codes = workload.Codes;
        return base.Answers(workload, radius);
    }
}
