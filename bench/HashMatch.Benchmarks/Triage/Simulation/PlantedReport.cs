using HashMatch.Triage.Reports;

namespace HashMatch.Benchmarks.Triage.Simulation;

/// <summary>A report and the truth about it, which no order but that of the truth itself is told.</summary>
sealed class PlantedReport
{
    internal required Report Report { get; init; }

    /// <summary>What each of its items shows.</summary>
    internal required SyntheticContent[] Contents { get; init; }

    /// <summary>The planted group it belongs to, or -1.</summary>
    internal required int Group { get; init; }

    /// <summary>That group, and those whose pictures it has.</summary>
    internal IEnumerable<int> Groups => Contents.Select(content => content.Group).Append(Group).Where(group => group >= 0);

    /// <summary>For each of its items, whether it is the first of a content on no list.</summary>
    internal required bool[] IsNew { get; init; }

    /// <summary>Whether it tells of a place or a device that was not known of one of its contents.</summary>
    internal required bool HasNews { get; init; }

    internal required Tagging Tagging { get; init; }

    internal bool IsFirstGeneration => IsNew.Contains(true);

    /// <summary>
    /// Whether a person must see it. Another account that sends on what all the world does is no reason, and a repeat that
    /// says nothing new is found with its group.
    /// </summary>
    internal bool NeedsPerson => IsFirstGeneration || HasNews || Report.Escalated;
}
