using HashMatch.Matching;

namespace HashMatch.Triage;

/// <summary>What matching said of an item, as far as triage asks. Immutable; one may stand for many items.</summary>
/// <param name="Verdict">What the item is.</param>
/// <param name="Labels">The labels of the known entries that decided it, in ordinal order; none for other verdicts.</param>
/// <param name="Content">
/// What content it is, for items without a hash of their own in the report: a known entry, or the first item it repeats.
/// Null if nothing tells.
/// </param>
public sealed record ItemVerdict(Verdict Verdict, IReadOnlyList<string> Labels, string? Content = null)
{
    /// <summary>An item nobody has seen before.</summary>
    public static ItemVerdict FirstGeneration { get; } = new(Verdict.FirstGeneration, []);

    /// <summary>What a decision says of its item.</summary>
    /// <param name="decision">The decision.</param>
    public static ItemVerdict Of(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.Verdict switch
        {
            // Those of the known entries that decided: what ignore lists or entries in quarantine say is not about its severity.
            Verdict.Known => new ItemVerdict(Verdict.Known, decision.Labels, $"{decision.DecidingMatch?.List}\n{decision.DecidingMatch?.Entry}"),
            Verdict.Repeat => new ItemVerdict(Verdict.Repeat, [], decision.FirstGeneration?.Path),
            Verdict.FirstGeneration => FirstGeneration,
            var verdict => new ItemVerdict(verdict, []),
        };
    }
}
