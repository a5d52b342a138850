namespace HashMatch.Matching;

/// <summary>Why an item is <see cref="Verdict.Uncertain"/>.</summary>
public enum UncertainReason
{
    /// <summary>The quality of its hash is below the gate, so distances to it mean little.</summary>
    LowQuality,

    /// <summary>Its nearest neighbour lies beyond the radius, within the review band.</summary>
    ReviewBand,

    /// <summary>Far from half of its bits are one, as PDQ's median split would give: a pattern made of ties.</summary>
    Unbalanced,

    /// <summary>Too many of its bits hang on next to nothing, so that different patterns may share them.</summary>
    Undecided,

    /// <summary>Parts of it are seen in an earlier item, or the reverse: the same picture cut or framed, or one sign in two pictures.</summary>
    RegionMatch,

    /// <summary>Every entry that would decide it is in quarantine: it matched far more than ever before, or reviewers found it wrong.</summary>
    Quarantined,
}
