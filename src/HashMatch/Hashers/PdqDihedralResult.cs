namespace HashMatch.Hashers;

/// <summary>The eight dihedral PDQ hashes of a picture and their common quality.</summary>
/// <param name="Hashes">One hash a transform.</param>
/// <param name="Quality">0..100, as in <see cref="PdqResult"/>.</param>
public readonly record struct PdqDihedralResult(DihedralHashes Hashes, int Quality)
{
    /// <summary>The identity's, as in <see cref="PdqResult.UndecidedBits"/>.</summary>
    public int UndecidedBits { get; init; }
}
