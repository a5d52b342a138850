using HashMatch.Triage.FollowUps;

namespace HashMatch.Catalog.Triage;

/// <summary>A follow-up, as the log holds it.</summary>
/// <param name="Number">Its number in the log of decisions.</param>
/// <param name="At">When it was told, to the millisecond, UTC; when it was done, it says itself.</param>
/// <param name="FollowUp">What was done.</param>
public sealed record LoggedFollowUp(long Number, DateTimeOffset At, FollowUp FollowUp)
{
    /// <summary>Whether it was told just now: false where the log had it already.</summary>
    public bool IsNew { get; init; }
}
