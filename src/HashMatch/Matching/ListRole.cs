namespace HashMatch.Matching;

/// <summary>What a match with a list means.</summary>
public enum ListRole
{
    /// <summary>The entries are known: a match makes an item <see cref="Verdict.Known"/>.</summary>
    Known,

    /// <summary>The entries are of no interest: a match with such lists alone makes an item <see cref="Verdict.Suppressed"/>.</summary>
    Ignore,
}
