using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Matching;

namespace HashMatch.Evaluation.Algorithms;

/// <summary>A hash of its own width without a quality, upright against upright.</summary>
/// <remarks>
/// These hashes come with no radius of their own. So that they stand beside PDQ on equal terms, the default is the same
/// share of bits as PDQ's 31 of 256.
/// </remarks>
/// <param name="name">As records name it.</param>
/// <param name="description">What it is.</param>
/// <param name="hash">Makes it; from any thread.</param>
sealed class SmallHashAlgorithm<THash>(string name, string description, SmallHashAlgorithm<THash>.Hasher hash) : IEvaluatedAlgorithm
    where THash : struct, IHash<THash>
{
    internal delegate THash Hasher(PixelView pixels);

    public string Name => name;

    public string Description => description;

    public int MaxDistance => THash.BitCount;

    public int MaxRadius => THash.BitCount / 2;

    public int DefaultRadius => MatchOptions.Default.Radius * THash.BitCount / Hash256.BitCount;

    public PictureFeatures Store(PixelView pixels) => new HashFeatures<THash>(hash(pixels));

    public int Distance(PictureFeatures query, PictureFeatures stored) =>
        ((HashFeatures<THash>)query).Hash.DistanceTo(((HashFeatures<THash>)stored).Hash);
}
