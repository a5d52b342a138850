namespace HashMatch.Triage.Links;

/// <summary>What two reports have in common.</summary>
public enum LinkReason
{
    /// <summary>An item of the same bytes, by a digest.</summary>
    SameBytes,

    /// <summary>Items whose perceptual hashes are near.</summary>
    NearHash,

    /// <summary>An account.</summary>
    Account,

    /// <summary>The device of an item.</summary>
    Device,
}
