using HashMatch.Matching;

namespace HashMatch.Triage;

/// <summary>How many items of a report got which verdict.</summary>
public readonly record struct ItemCounts
{
    /// <summary>On a known list.</summary>
    public int Known { get; init; }

    /// <summary>Seen before.</summary>
    public int Repeat { get; init; }

    /// <summary>Not seen before.</summary>
    public int FirstGeneration { get; init; }

    /// <summary>Not to be decided by their hashes.</summary>
    public int Uncertain { get; init; }

    /// <summary>On an ignore list alone.</summary>
    public int Suppressed { get; init; }

    /// <summary>Not readable.</summary>
    public int Failed { get; init; }

    /// <summary>Without a verdict.</summary>
    public int Undecided { get; init; }

    /// <summary>All of them.</summary>
    public int Total => Known + Repeat + FirstGeneration + Uncertain + Suppressed + Failed + Undecided;

    /// <summary>Those only a person can judge.</summary>
    public int Unclear => Uncertain + Failed + Undecided;

    /// <summary>The counts of some verdicts.</summary>
    /// <param name="verdicts">The verdicts; null for an item that was not decided.</param>
    public static ItemCounts Of(IReadOnlyList<ItemVerdict?> verdicts)
    {
        ArgumentNullException.ThrowIfNull(verdicts);
        Span<int> counts = stackalloc int[7];
        counts.Clear();
        foreach (var verdict in verdicts)
        {
            counts[verdict is null ? 6 : (int)verdict.Verdict]++;
        }

        return new ItemCounts
        {
            Known = counts[(int)Verdict.Known],
            Repeat = counts[(int)Verdict.Repeat],
            FirstGeneration = counts[(int)Verdict.FirstGeneration],
            Uncertain = counts[(int)Verdict.Uncertain],
            Suppressed = counts[(int)Verdict.Suppressed],
            Failed = counts[(int)Verdict.Failed],
            Undecided = counts[6],
        };
    }

    /// <summary>The counts of two collections together.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static ItemCounts operator +(ItemCounts left, ItemCounts right) => new()
    {
        Known = left.Known + right.Known,
        Repeat = left.Repeat + right.Repeat,
        FirstGeneration = left.FirstGeneration + right.FirstGeneration,
        Uncertain = left.Uncertain + right.Uncertain,
        Suppressed = left.Suppressed + right.Suppressed,
        Failed = left.Failed + right.Failed,
        Undecided = left.Undecided + right.Undecided,
    };

    /// <inheritdoc cref="op_Addition"/>
    public static ItemCounts Add(ItemCounts left, ItemCounts right) => left + right;
}
