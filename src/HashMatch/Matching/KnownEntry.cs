using HashMatch.Hashes;

namespace HashMatch.Matching;

/// <summary>One entry of a list.</summary>
/// <param name="Id">The list's own key, or the line number where the list has none.</param>
/// <param name="Pdq">Its PDQ hash, if it has one.</param>
/// <param name="Digests">The digests of its bytes, if it has any.</param>
/// <param name="Labels">What the list says of it; the cues that order the queue.</param>
public sealed record KnownEntry(
    string Id,
    Hash256? Pdq,
    IReadOnlyList<ContentDigest> Digests,
    IReadOnlyList<string> Labels)
{
    /// <summary>The id alone: hashes of lists never appear in logs or messages.</summary>
    public override string ToString() => Id;
}
