using HashMatch.Triage.Reports;
using HashMatch.Triage.Rules;

namespace HashMatch.Triage;

/// <summary>How complete a report is, apart from its priority: it moves no report in the queue.</summary>
public readonly record struct Completeness
{
    readonly ReferralRules? _rules;

    Completeness(ReportParts present, ReferralRules rules) => (Present, _rules) = (present, rules);

    /// <summary>What the report says.</summary>
    public ReportParts Present { get; }

    /// <summary>Whether it is a referral or informational.</summary>
    public CompletenessLevel Level
    {
        get
        {
            foreach (var parts in _rules?.Required ?? [])
            {
                if ((Present & parts) == 0)
                {
                    return CompletenessLevel.Informational;
                }
            }

            return CompletenessLevel.Referral;
        }
    }

    /// <summary>What it lacks to be a referral: of each element one part would be enough.</summary>
    public IReadOnlyList<ReportParts> MissingRequired => Missing(_rules?.Required);

    /// <summary>What else is asked for and not there; what is missing already as required is not repeated.</summary>
    public IReadOnlyList<ReportParts> MissingWanted
    {
        get
        {
            var required = MissingRequired;
            return [.. Missing(_rules?.Wanted).Where(parts => !required.Contains(parts))];
        }
    }

    /// <summary>What to ask the submitter for, the required first.</summary>
    public IReadOnlyList<string> Questions => [.. MissingRequired.Concat(MissingWanted).Select(ReportPart.QuestionFor)];

    /// <summary>The completeness of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="rules">What is asked for.</param>
    public static Completeness Of(Report report, ReferralRules rules)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(rules);
        return new Completeness(ReportPart.Of(report), rules);
    }

    /// <summary>The name of a level in records: <c>informational</c>, <c>referral</c>.</summary>
    /// <param name="level">The level.</param>
    public static string NameOf(CompletenessLevel level) => level == CompletenessLevel.Referral ? "referral" : "informational";

    ReportParts[] Missing(IReadOnlyList<ReportParts>? asked)
    {
        var present = Present;
        return [.. (asked ?? []).Where(parts => (present & parts) == 0)];
    }
}
