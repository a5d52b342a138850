using HashMatch.Hashes;

namespace HashMatch.Triage.Reports;

/// <summary>One file of a report, or what is known of one that was not handed over. Immutable.</summary>
public sealed record ReportItem
{
    /// <summary>The reporter's own name for it, or null.</summary>
    public string? Id { get; init; }

    /// <summary>Where the file lies, or null if only hashes came.</summary>
    public string? Path { get; init; }

    /// <summary>Its PDQ hash, or null.</summary>
    public Hash256? Pdq { get; init; }

    /// <summary>The quality of the hash, 0..100, or null if nobody said; hashes of low quality link nothing.</summary>
    public int? Quality { get; init; }

    /// <summary>Digests of its bytes, at most one of a kind.</summary>
    public IReadOnlyList<ContentDigest> Digests { get; init; } = [];

    /// <summary>When it was taken, or null.</summary>
    public DateTimeOffset? CaptureTime { get; init; }

    /// <summary>Where it was taken, as the reporter writes it, or null. Compared as a text.</summary>
    public string? Place { get; init; }

    /// <summary>What it was taken with, an opaque identifier, or null.</summary>
    public string? Device { get; init; }

    /// <summary>What the reporter says of it.</summary>
    public IReadOnlyList<string> Annotations { get; init; } = [];

    /// <summary>Whether a person of the reporter's has looked at it; null if nobody said.</summary>
    public bool? ViewedByReporter { get; init; }

    /// <summary>What it has to do with the report.</summary>
    public ItemRelevance Relevance { get; init; }

    /// <summary>The fields that have no place here, as a JSON object without white space, or null.</summary>
    public string? ExtraFields { get; init; }

    /// <summary>The id or path alone: hashes never appear in logs or messages.</summary>
    public override string ToString() => Id ?? Path ?? "(no id)";
}
