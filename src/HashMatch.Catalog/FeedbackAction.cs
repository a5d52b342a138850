namespace HashMatch.Catalog;

/// <summary>What a reviewer decides.</summary>
public enum FeedbackAction
{
    /// <summary>A match is right. It takes back an earlier rejection or veto of the pair, and lets a match that is held back count.</summary>
    Confirm,

    /// <summary>A match is wrong: it counts against the entry, and unless the bytes are equal the pair is vetoed.</summary>
    Reject,

    /// <summary>Two contents are not the same.</summary>
    Veto,

    /// <summary>An entry leaves quarantine, or a veto is taken back.</summary>
    Release,
}
