namespace HashMatch.Hashers;

/// <summary>The perceptual hashes there are. Hashes of different kinds have nothing in common.</summary>
public enum HashKind
{
    /// <summary><see cref="PdqHasher"/>: 256 bits.</summary>
    Pdq,

    /// <summary><see cref="DctHasher"/>, known as pHash: 64 bits.</summary>
    Dct,

    /// <summary><see cref="DifferenceHasher"/>, known as dHash: 64 bits.</summary>
    Difference,

    /// <summary><see cref="AverageHasher"/>, known as aHash: 64 bits.</summary>
    Average,

    /// <summary><see cref="BlockHasher"/>, known as blockhash: 256 bits.</summary>
    Block,
}
