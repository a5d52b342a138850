namespace HashMatch.Matching;

/// <summary>A verdict with all its evidence.</summary>
public sealed record Decision
{
    /// <summary>What the item is.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>What a known, repeat or suppressed verdict rests on; null for the others.</summary>
    public MatchBasis? Basis { get; init; }

    /// <summary>Why the item is uncertain; null for the other verdicts.</summary>
    public UncertainReason? Reason { get; init; }

    /// <summary>
    /// The list entries it matches, ordered by list, distance and entry. For <see cref="UncertainReason.ReviewBand"/>
    /// the candidates beyond the radius.
    /// </summary>
    public IReadOnlyList<Match> Matches { get; init; } = [];

    /// <summary>For a repeat the first item of its group; in the review band the item it comes near, if that is nearest.</summary>
    public FirstSighting? FirstGeneration { get; init; }

    /// <summary>How much a person's eyes are needed.</summary>
    public Attention Attention => AttentionOf(Verdict);

    /// <summary>The attention that goes with a verdict.</summary>
    public static Attention AttentionOf(Verdict verdict) => verdict switch
    {
        Verdict.FirstGeneration or Verdict.Failed => Attention.High,
        Verdict.Uncertain => Attention.Medium,
        _ => Attention.Low,
    };
}
