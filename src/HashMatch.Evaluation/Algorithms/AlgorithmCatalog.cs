using HashMatch.Hashers;
using HashMatch.Hashes;

namespace HashMatch.Evaluation.Algorithms;

/// <summary>Every algorithm there is, in the order of reports.</summary>
static class AlgorithmCatalog
{
    internal static IReadOnlyList<IEvaluatedAlgorithm> All { get; } =
    [
        new PdqFormsAlgorithm(),
        new PdqAlgorithm(),
        new SmallHashAlgorithm<Hash64>("phash", "pHash: signs of low frequencies", new DctHasher().Hash),
        new SmallHashAlgorithm<Hash64>("dhash", "dHash: brighter or darker than the neighbour", new DifferenceHasher().Hash),
        new SmallHashAlgorithm<Hash64>("ahash", "aHash: brighter or darker than the mean", new AverageHasher().Hash),
        new SmallHashAlgorithm<Hash256>("blockhash", "blockhash: blocks brighter than their band", new BlockHasher().Hash),
        new RegionsAlgorithm(),
    ];

    /// <summary>Those of that name; without names all that run unasked.</summary>
    internal static IReadOnlyList<IEvaluatedAlgorithm> Choose(IReadOnlyCollection<string> names) =>
        [.. All.Where(algorithm => names.Count == 0 ? !algorithm.IsOnRequest : names.Contains(algorithm.Name))];
}
