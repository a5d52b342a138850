using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using HashMatch.Hashes;
using HashMatch.Indexes;

namespace HashMatch.Comparison.Contenders;

/// <summary>A loop over the array with the platform's own vectorized distance, one call a hash.</summary>
sealed class TensorLoop<THash> : Contender<THash>
    where THash : unmanaged, IHash<THash>
{
    THash[] _codes = [];

    internal override void Build(THash[] codes) => _codes = codes.ToArray();

    internal override void Search(THash query, int radius, List<SearchHit> hits)
    {
        hits.Clear();
        var words = MemoryMarshal.Cast<THash, ulong>(_codes.AsSpan());
        var wanted = MemoryMarshal.Cast<THash, ulong>(new ReadOnlySpan<THash>(in query));
        for (var id = 0; id < _codes.Length; id++)
        {
            var distance = (int)TensorPrimitives.HammingBitDistance(wanted, words.Slice(id * wanted.Length, wanted.Length));
            if (distance <= radius)
            {
                hits.Add(new SearchHit(id, distance));
            }
        }

        hits.Sort();
    }
}
