using HashMatch.Matching;

namespace HashMatch.Catalog.Triage;

/// <summary>What matching said of an item of a report, as it is kept.</summary>
sealed record ReportItemRow
{
    /// <summary>The verdict; null for an item that was not decided.</summary>
    internal Verdict? Verdict { get; init; }

    /// <summary>The item of the catalogue it is.</summary>
    internal long? Item { get; init; }

    /// <summary>The item it repeats.</summary>
    internal long? First { get; init; }

    /// <summary>Whether that is an item of a report too.</summary>
    internal bool IsFirstReported { get; init; }

    /// <summary>The labels of the known entries it matches.</summary>
    internal IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>The list and the entry that decided, parted by a line feed.</summary>
    internal string? Entry { get; init; }

    /// <summary>The place of the file that was read, or that could not be.</summary>
    internal string? File { get; init; }

    /// <summary>Why its file could not be read.</summary>
    internal string? Error { get; init; }
}
