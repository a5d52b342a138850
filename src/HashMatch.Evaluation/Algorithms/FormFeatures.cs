using HashMatch.Hashes;

namespace HashMatch.Evaluation.Algorithms;

/// <summary>The hashes of a picture's forms, those that may be matched; with none the picture is gated.</summary>
sealed class FormFeatures(Hash256[] hashes) : PictureFeatures(hashes.Length == 0)
{
    internal ReadOnlySpan<Hash256> Hashes => hashes;
}
