namespace HashMatch.Matching;

/// <summary>How much a person's eyes are needed; it follows from the verdict.</summary>
public enum Attention
{
    /// <summary>Known, repeat, suppressed.</summary>
    Low,

    /// <summary>Uncertain.</summary>
    Medium,

    /// <summary>First-generation, failed.</summary>
    High,
}
