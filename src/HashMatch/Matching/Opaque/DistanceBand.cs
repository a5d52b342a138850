namespace HashMatch.Matching.Opaque;

/// <summary>How near a match is, as exact as a stranger may know.</summary>
public enum DistanceBand
{
    /// <summary>Equal bytes, or hashes that differ in no bit: the two are not told apart.</summary>
    Exact,

    /// <summary>1 to 15 bits.</summary>
    Close,

    /// <summary>16 bits to the radius.</summary>
    Near,
}
