using HashMatch.Triage.Reports;

namespace HashMatch.Triage.Rules;

/// <summary>Which fields make a report a referral, and which are asked for besides. Immutable.</summary>
public sealed record ReferralRules
{
    internal ReferralRules()
    {
    }

    /// <summary>What a referral must say: of each element at least one field. A report that does not is informational.</summary>
    public IReadOnlyList<ReportParts> Required { get; internal init; } = [];

    /// <summary>What is asked for and not required: of each element at least one field.</summary>
    public IReadOnlyList<ReportParts> Wanted { get; internal init; } = [];
}
