namespace HashMatch.Triage;

/// <summary>What a report can be used for.</summary>
public enum CompletenessLevel
{
    /// <summary>It lacks something that a referral must say.</summary>
    Informational,

    /// <summary>It says what is needed to act on it.</summary>
    Referral,
}
