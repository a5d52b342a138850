using HashMatch.Catalog;
using HashMatch.Catalog.Triage;
using HashMatch.Triage;

namespace HashMatch.Cli;

static partial class WireNames
{
    internal static string Of(FeedbackAction action) => action switch
    {
        FeedbackAction.Confirm => "confirm",
        FeedbackAction.Reject => "reject",
        FeedbackAction.Veto => "veto",
        FeedbackAction.Release => "release",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };

    internal static string Of(ReportChange change) => change switch
    {
        ReportChange.Added => "added",
        ReportChange.Changed => "changed",
        ReportChange.Redecided => "redecided",
        ReportChange.Unchanged => "unchanged",
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, null),
    };

    internal static string Of(CaseStatus status) => status switch
    {
        CaseStatus.Open => "open",
        CaseStatus.Returned => "returned",
        CaseStatus.Closed => "closed",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
