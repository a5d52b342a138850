using HashMatch.Cli.Files;
using HashMatch.Hashers;

namespace HashMatch.Cli.Pipeline;

/// <summary>Hashes by the algorithms a run asked for beside PDQ. Thread-safe.</summary>
/// <param name="kinds">Which, each once, without PDQ.</param>
sealed class AlgorithmHasher(IReadOnlyList<HashKind> kinds)
{
    readonly DctHasher _dct = new();
    readonly DifferenceHasher _difference = new();
    readonly AverageHasher _average = new();
    readonly BlockHasher _block = new();

    /// <summary>For runs that ask for PDQ alone.</summary>
    internal static AlgorithmHasher None { get; } = new([]);

    /// <summary>Which, in the order of the hashes.</summary>
    internal IReadOnlyList<HashKind> Kinds => kinds;

    internal IReadOnlyList<AlgorithmHash> Hash(PixelView pixels)
    {
        var hashes = new AlgorithmHash[kinds.Count];
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] = kinds[i] switch
            {
                HashKind.Dct => new AlgorithmHash(kinds[i], _dct.Hash(pixels)),
                HashKind.Difference => new AlgorithmHash(kinds[i], _difference.Hash(pixels)),
                HashKind.Average => new AlgorithmHash(kinds[i], _average.Hash(pixels)),
                HashKind.Block => new AlgorithmHash(kinds[i], _block.Hash(pixels)),
                _ => throw new ArgumentOutOfRangeException(nameof(pixels), kinds[i], null),
            };
        }

        return hashes;
    }
}
