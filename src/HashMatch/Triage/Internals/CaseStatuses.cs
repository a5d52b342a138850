using HashMatch.Triage.FollowUps;

namespace HashMatch.Triage.Internals;

/// <summary>Where follow-ups leave a report.</summary>
static class CaseStatuses
{
    /// <summary>
    /// The latest outcome that changes where a report stands, of those at one moment the last given; null without any. A
    /// word nobody knows changes nothing, so that it cannot hide a report.
    /// </summary>
    internal static FollowUpOutcome? LatestOutcome(IReadOnlyList<FollowUp> followUps)
    {
        FollowUpOutcome? latest = null;
        var at = long.MinValue;
        foreach (var followUp in followUps)
        {
            if (followUp.Time.UtcTicks >= at && followUp.Outcome is { } outcome and not FollowUpOutcome.Opened)
            {
                (latest, at) = (outcome, followUp.Time.UtcTicks);
            }
        }

        return latest;
    }

    internal static CaseStatus Of(IReadOnlyList<FollowUp> followUps) => LatestOutcome(followUps) switch
    {
        null or FollowUpOutcome.Reopened => CaseStatus.Open,
        FollowUpOutcome.Returned => CaseStatus.Returned,
        _ => CaseStatus.Closed,
    };
}
