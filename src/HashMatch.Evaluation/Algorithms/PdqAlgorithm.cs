using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Matching;

namespace HashMatch.Evaluation.Algorithms;

/// <summary>PDQ, upright against upright.</summary>
sealed class PdqAlgorithm : IEvaluatedAlgorithm
{
    readonly PdqHasher _hasher = new();

    public string Name => "pdq";

    public string Description => "PDQ, pictures compared upright";

    public int MaxDistance => Hash256.BitCount;

    public int MaxRadius => Hash256.BitCount / 2;

    public int DefaultRadius => MatchOptions.Default.Radius;

    public PictureFeatures Store(PixelView pixels)
    {
        var pdq = _hasher.Hash(pixels);
        return new HashFeatures<Hash256>(pdq.Hash, MatchOptions.Default.GateOf(new HashForms(pdq)) is not null);
    }

    public int Distance(PictureFeatures query, PictureFeatures stored) =>
        ((HashFeatures<Hash256>)query).Hash.DistanceTo(((HashFeatures<Hash256>)stored).Hash);
}
