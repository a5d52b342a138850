using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>Compares every hash with every later one, in blocks that stay in the nearest cache.</summary>
static class AllPairs
{
    /// <summary>Rows a chunk takes as the first of a pair.</summary>
    internal const int ChunkLength = 128;

    const int BlockLength = 512;

    internal static void Compare<THash>(ReadOnlySpan<THash> codes, int radius, PairBuffer pairs)
        where THash : struct, IHash<THash>
    {
        var begin = pairs.Chunk * ChunkLength;
        var end = Math.Min(begin + ChunkLength, codes.Length);
        for (var block = begin; block < codes.Length; block += BlockLength)
        {
            var blockEnd = Math.Min(block + BlockLength, codes.Length);
            for (var first = begin; first < end; first++)
            {
                for (var second = Math.Max(block, first + 1); second < blockEnd; second++)
                {
                    var distance = codes[first].DistanceTo(codes[second]);
                    if (distance <= radius)
                    {
                        pairs.Add(new HashPair(first, second, distance));
                    }
                }
            }
        }
    }
}
