namespace HashMatch.Triage.FollowUps;

/// <summary>What came from one system, and what became of it. Shares are in thousandths, rounded to the nearest. Immutable.</summary>
public sealed record SourceStats
{
    internal SourceStats()
    {
    }

    /// <summary>The system; null for reports that name none, and for all together.</summary>
    public string? Source { get; init; }

    /// <summary>Its reports.</summary>
    public int Reports { get; init; }

    /// <summary>How many items of its reports got which verdict.</summary>
    public ItemCounts Items { get; init; }

    /// <summary>The share of its items nobody had seen before; null without items.</summary>
    public int? FirstGenerationPermille => Permille(Items.FirstGeneration, Items.Total);

    /// <summary>Items that nobody has to look at once more: known, repeated and suppressed ones.</summary>
    public int CopiesRemoved => Items.Known + Items.Repeat + Items.Suppressed;

    /// <summary>The share of its items that are such copies; null without items.</summary>
    public int? CopiesRemovedPermille => Permille(CopiesRemoved, Items.Total);

    /// <summary>Reports that have any follow-up.</summary>
    public int LookedAt { get; init; }

    /// <summary>The middle one (of an even number the lower) of the times from arrival to first follow-up; null without any.</summary>
    public TimeSpan? MedianToFirstLook { get; init; }

    /// <summary>The time within which nine in ten of those looked at were; null without any.</summary>
    public TimeSpan? NinetiethToFirstLook { get; init; }

    /// <summary>Reports by the outcome they stand at, without those that have none.</summary>
    public IReadOnlyDictionary<FollowUpOutcome, int> Outcomes { get; init; } = new SortedDictionary<FollowUpOutcome, int>();

    /// <summary>Reports that are closed.</summary>
    public int OutcomeKnown { get; init; }

    /// <summary>Reports of which nobody has said how they ended.</summary>
    public int OutcomeUnknown => Reports - OutcomeKnown;

    /// <summary>Follow-ups whose word is outside the closed set.</summary>
    public int OtherWords { get; init; }

    /// <summary>Labels of its reporters that a person found right.</summary>
    public int ConfirmedLabels { get; init; }

    /// <summary>Labels of its reporters that a person found wrong.</summary>
    public int RejectedLabels { get; init; }

    /// <summary>The share of its judged labels that were right; null without any.</summary>
    public int? LabelPrecisionPermille => Permille(ConfirmedLabels, ConfirmedLabels + RejectedLabels);

    static int? Permille(int part, int whole) => whole == 0 ? null : (int)(((2000L * part) + whole) / (2L * whole));
}
