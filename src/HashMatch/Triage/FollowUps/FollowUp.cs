namespace HashMatch.Triage.FollowUps;

/// <summary>Something that was done with a report. Immutable.</summary>
public sealed record FollowUp
{
    /// <summary>What a follow-up's <c>schema</c> field says, where it has one.</summary>
    public const string SchemaId = "hashmatch/follow-up@1";

    /// <summary>The id of the report.</summary>
    public required string Report { get; init; }

    /// <summary>The system the report comes from, or null.</summary>
    public string? Source { get; init; }

    /// <summary>When it was done.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>What was done; null for a word outside the closed set.</summary>
    public FollowUpOutcome? Outcome { get; init; }

    /// <summary>What was done, in the word that was given; of the closed set's words where <see cref="Outcome"/> is not null.</summary>
    public required string OutcomeText { get; init; }

    /// <summary>Who did it, an opaque identifier, or null.</summary>
    public string? Reviewer { get; init; }

    /// <summary>Labels of the reporter's that the person found right.</summary>
    public IReadOnlyList<string> ConfirmedLabels { get; init; } = [];

    /// <summary>Labels of the reporter's that the person found wrong.</summary>
    public IReadOnlyList<string> RejectedLabels { get; init; } = [];

    /// <summary>What else is to be said, or null.</summary>
    public string? Note { get; init; }

    /// <summary>The fields that have no place here, as a JSON object without white space, or null.</summary>
    public string? ExtraFields { get; init; }

    /// <summary>A follow-up of a known outcome.</summary>
    /// <param name="report">The id of the report.</param>
    /// <param name="source">The system the report comes from, or null.</param>
    /// <param name="time">When it was done.</param>
    /// <param name="outcome">What was done.</param>
    public static FollowUp Of(string report, string? source, DateTimeOffset time, FollowUpOutcome outcome) =>
        new() { Report = report, Source = source, Time = time, Outcome = outcome, OutcomeText = NameOf(outcome) };

    /// <summary>The word of an outcome in records: <c>opened</c>, <c>returned</c>, <c>actioned</c>, <c>closed</c>, <c>not-actionable</c>, <c>reopened</c>.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <exception cref="ArgumentOutOfRangeException">The outcome is unknown.</exception>
    public static string NameOf(FollowUpOutcome outcome) => outcome switch
    {
        FollowUpOutcome.Opened => "opened",
        FollowUpOutcome.Returned => "returned",
        FollowUpOutcome.Actioned => "actioned",
        FollowUpOutcome.Closed => "closed",
        FollowUpOutcome.NotActionable => "not-actionable",
        FollowUpOutcome.Reopened => "reopened",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Unknown outcome."),
    };

    /// <summary>The outcome of that word; null for a word outside the closed set.</summary>
    /// <param name="text">The word.</param>
    public static FollowUpOutcome? FindOutcome(string? text)
    {
        foreach (var outcome in Enum.GetValues<FollowUpOutcome>())
        {
            if (NameOf(outcome) == text)
            {
                return outcome;
            }
        }

        return null;
    }
}
