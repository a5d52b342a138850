namespace HashMatch.Lists;

/// <summary>Where an entry comes from, each part as its list gives it or null.</summary>
public sealed record ListProvenance
{
    /// <summary>The system the entry was made with.</summary>
    public string? Source { get; init; }

    /// <summary>The member or case it belongs to; ids are unique within an owner.</summary>
    public string? Owner { get; init; }

    /// <summary>When it was made: ISO 8601 or seconds since 1970, as it came.</summary>
    public string? Created { get; init; }

    /// <summary>When it was last changed: ISO 8601 or seconds since 1970, as it came.</summary>
    public string? Updated { get; init; }

    /// <summary>What members said of it.</summary>
    public ListFeedback? Feedback { get; init; }
}
