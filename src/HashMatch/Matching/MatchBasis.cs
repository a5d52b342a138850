namespace HashMatch.Matching;

/// <summary>What a match rests on.</summary>
public enum MatchBasis
{
    /// <summary>The same bytes, by a digest.</summary>
    Exact,

    /// <summary>Perceptual hashes within the radius.</summary>
    Near,
}
