using HashMatch.Hashes;

namespace HashMatch.Evaluation.Algorithms;

/// <summary>One hash.</summary>
sealed class HashFeatures<THash>(THash hash, bool isGated = false) : PictureFeatures(isGated)
    where THash : struct, IHash<THash>
{
    internal THash Hash { get; } = hash;
}
