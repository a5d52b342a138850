namespace HashMatch.Matching;

/// <summary>Why an item is <see cref="Verdict.Uncertain"/>.</summary>
public enum UncertainReason
{
    /// <summary>The quality of its hash is below the gate, so distances to it mean little.</summary>
    LowQuality,

    /// <summary>Its nearest neighbour lies beyond the radius, within the review band.</summary>
    ReviewBand,
}
