using System.Globalization;
using HashMatch.Hashers;
using HashMatch.Matching;

namespace HashMatch.Catalog;

/// <summary>What a catalogue was made for: how its hashes are made and how its items are decided.</summary>
/// <param name="Profile">The profile of its hashes.</param>
/// <param name="Oriented">Whether pictures are turned upright before they are hashed.</param>
/// <param name="Forms">The altered forms an item is looked for by.</param>
/// <param name="Bounds">The bounds of its verdicts.</param>
/// <remarks>
/// One catalogue, one set: a group that was opened within one radius means nothing within another. Immutable.
/// </remarks>
public sealed record CatalogSettings(HashProfile Profile, bool Oriented, FormKinds Forms, MatchOptions Bounds)
{
    /// <summary>Throws where no catalogue can be made for it: what was written would count as damage, or not be there.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    internal void Validate()
    {
        Bounds.Validate();
        if (Profile.Kind != HashKind.Pdq)
        {
            throw new ArgumentException($"A catalogue holds hashes of PDQ, not of '{Profile}'.", nameof(Profile));
        }

        if ((Forms & ~FormKinds.All) != 0)
        {
            throw new ArgumentException("The forms have bits without a meaning.", nameof(Forms));
        }

        if (!Bounds.CompareWithinRun || Bounds.AgreeingRegions is not null)
        {
            throw new ArgumentException("A catalogue compares items with earlier ones, and holds no regions.", nameof(Bounds));
        }
    }

    /// <summary>The first thing another set has otherwise, as <c>radius 31, not 20</c>; null when both are the same.</summary>
    internal string? DifferenceTo(CatalogSettings other) =>
        Difference("profile", Profile.Name, other.Profile.Name) ??
        Difference("orientation", Oriented ? "applied" : "ignored", other.Oriented ? "applied" : "ignored") ??
        Difference("forms", Forms.ToString(), other.Forms.ToString()) ??
        Difference("radius", Bounds.Radius, other.Bounds.Radius) ??
        Difference("review band", Bounds.ReviewBand, other.Bounds.ReviewBand) ??
        Difference("least quality", Bounds.MinQuality, other.Bounds.MinQuality) ??
        Difference("most undecided bits", Bounds.MaxUndecidedBits, other.Bounds.MaxUndecidedBits) ??
        Difference("most imbalance", Bounds.MaxImbalance, other.Bounds.MaxImbalance) ??
        Difference("radius of turned forms", Bounds.TurnedRadius ?? Bounds.Radius, other.Bounds.TurnedRadius ?? other.Bounds.Radius) ??
        Difference("radius of trimmed forms", Bounds.TrimmedRadius ?? Bounds.Radius, other.Bounds.TrimmedRadius ?? other.Bounds.Radius);

    static string? Difference<T>(string name, T mine, T asked)
        where T : IEquatable<T> =>
        mine.Equals(asked) ? null : string.Create(CultureInfo.InvariantCulture, $"{name} {mine}, not {asked}");
}
