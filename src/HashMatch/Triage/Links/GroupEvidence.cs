namespace HashMatch.Triage.Links;

/// <summary>Something that a report has and others may have too: a reason for them to be one group.</summary>
/// <param name="Space">The space of its key.</param>
/// <param name="Bearing">The key and how the report bears it.</param>
/// <param name="TellsWho">An account or a device tells who; a picture goes from hand to hand.</param>
/// <param name="IsBytesOfPicture">Whether it is the bytes of a picture that the report has by its hash as well.</param>
/// <param name="Sharing">How many reports have it; of bytes, how many have the picture.</param>
/// <param name="Strength">How strongly it links.</param>
readonly record struct GroupEvidence(int Space, Bearing Bearing, bool TellsWho, bool IsBytesOfPicture, int Sharing, int Strength)
{
    /// <summary>What tells who says more than what does not; of the same kind, what fewer have.</summary>
    internal bool SaysMoreThan(GroupEvidence other) => TellsWho != other.TellsWho ? TellsWho : Sharing < other.Sharing;

    /// <summary>Negative if this comes before the other: it says more, or as much and is stronger.</summary>
    internal int CompareTo(GroupEvidence other) => SaysMoreThan(other) ? -1 : other.SaysMoreThan(this) ? 1 : other.Strength - Strength;
}
