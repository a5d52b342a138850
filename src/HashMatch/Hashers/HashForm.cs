using HashMatch.Hashes;

namespace HashMatch.Hashers;

/// <summary>One of the hashes a picture is looked for by.</summary>
/// <param name="Hash">The hash of the altered pixels.</param>
/// <param name="Quality">0..100, as in <see cref="PdqResult"/>.</param>
/// <param name="Transform">What was done to the pixels.</param>
public readonly record struct HashForm(Hash256 Hash, int Quality, PictureTransform Transform)
{
    /// <summary>As in <see cref="PdqResult.UndecidedBits"/>.</summary>
    public int UndecidedBits { get; init; }
}
