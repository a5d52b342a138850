using HashMatch.Triage.Internals;

namespace HashMatch.Triage.FollowUps;

/// <summary>What came in and what became of it, system by system. Immutable.</summary>
public sealed class TriageStats
{
    TriageStats(SourceStats overall, SourceStats[] sources) => (Overall, Sources) = (overall, sources);

    /// <summary>All systems together.</summary>
    public SourceStats Overall { get; }

    /// <summary>Each system, in ordinal order; reports that name none come first.</summary>
    public IReadOnlyList<SourceStats> Sources { get; }

    /// <summary>Counts reports.</summary>
    /// <param name="cases">The reports with their verdicts and follow-ups, in any order.</param>
    public static TriageStats Of(IReadOnlyCollection<TriageCase> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        return new TriageStats(Count(null, cases), [.. cases.GroupBy(@case => @case.Report.Source)
            .OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Count(group.Key, [.. group]))]);
    }

    static SourceStats Count(string? source, IReadOnlyCollection<TriageCase> cases)
    {
        SortedDictionary<FollowUpOutcome, int> outcomes = [];
        List<TimeSpan> looks = [];
        ItemCounts items = default;
        int known = 0, others = 0, confirmed = 0, rejected = 0;
        foreach (var @case in cases)
        {
            items += ItemCounts.Of(@case.Verdicts);
            if (CaseStatuses.LatestOutcome(@case.FollowUps) is { } outcome)
            {
                outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
                known += @case.Status == CaseStatus.Closed ? 1 : 0;
            }

            if (@case.FollowUps.Count > 0)
            {
                looks.Add(FirstLook(@case));
            }

            others += @case.FollowUps.Count(followUp => followUp.Outcome is null);
            confirmed += @case.FollowUps.Sum(followUp => followUp.ConfirmedLabels.Count);
            rejected += @case.FollowUps.Sum(followUp => followUp.RejectedLabels.Count);
        }

        looks.Sort();
        return new SourceStats
        {
            Source = source,
            Reports = cases.Count,
            Items = items,
            LookedAt = looks.Count,
            MedianToFirstLook = Rank(looks, 50),
            NinetiethToFirstLook = Rank(looks, 90),
            Outcomes = outcomes,
            OutcomeKnown = known,
            OtherWords = others,
            ConfirmedLabels = confirmed,
            RejectedLabels = rejected,
        };
    }

    /// <summary>A clock that runs ahead somewhere makes no negative waiting.</summary>
    static TimeSpan FirstLook(TriageCase @case)
    {
        var waited = @case.FollowUps.Min(followUp => followUp.Time) - @case.Report.ArrivalTime;
        return waited < TimeSpan.Zero ? TimeSpan.Zero : waited;
    }

    /// <summary>The smallest of sorted times that so many per cent do not exceed.</summary>
    static TimeSpan? Rank(List<TimeSpan> sorted, int percent) =>
        sorted.Count == 0 ? null : sorted[(int)((((long)sorted.Count * percent) + 99) / 100) - 1];
}
