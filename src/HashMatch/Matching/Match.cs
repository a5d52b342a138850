using HashMatch.Hashers;

namespace HashMatch.Matching;

/// <summary>One list entry an item matches, with all that decided it.</summary>
/// <param name="List">The list's name.</param>
/// <param name="Version">The list's version, or null.</param>
/// <param name="Role">The list's role.</param>
/// <param name="Entry">The entry's id.</param>
/// <param name="Algorithm"><c>pdq</c>, or the name of the digest that was equal.</param>
/// <param name="Basis">Equal bytes or near hashes.</param>
/// <param name="Distance">Differing bits; 0 for equal bytes. Above <paramref name="Radius"/> only for a review-band candidate.</param>
/// <param name="Radius">The radius it was judged by; 0 for equal bytes.</param>
/// <param name="Transform">What was done to the item's pixels for it to match.</param>
/// <param name="Labels">The entry's labels.</param>
public sealed record Match(
    string List,
    string? Version,
    ListRole Role,
    string Entry,
    string Algorithm,
    MatchBasis Basis,
    int Distance,
    int Radius,
    PictureTransform Transform,
    IReadOnlyList<string> Labels)
{
    /// <summary>Whether the entry is in quarantine, so that this match decides nothing.</summary>
    public bool IsHeld { get; init; }
}
