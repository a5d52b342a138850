namespace HashMatch.Triage.Links;

/// <summary>Why a report would join another: something that both have.</summary>
/// <param name="Reason">What kind of thing it is.</param>
/// <param name="Sharing">How many reports have it.</param>
/// <param name="Strength">How strongly it links the two.</param>
/// <param name="Report">The report that stands for all who have it.</param>
readonly record struct GroupEvidence(LinkReason Reason, int Sharing, int Strength, int Report)
{
    /// <summary>An account or a device tells who; a picture goes from hand to hand.</summary>
    bool TellsWho => Reason is LinkReason.Account or LinkReason.Device;

    /// <summary>What tells who says more than what does not; of the same kind, what fewer have.</summary>
    internal bool SaysMoreThan(GroupEvidence other) =>
        TellsWho != other.TellsWho ? TellsWho : Sharing < other.Sharing;

    /// <summary>The same, and of what says as much the stronger, then the earlier report.</summary>
    internal bool IsBetterThan(GroupEvidence? other) => other is not { } known || SaysMoreThan(known) ||
        (!known.SaysMoreThan(this) && (Strength, -Report).CompareTo((known.Strength, -known.Report)) > 0);
}
