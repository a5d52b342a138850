namespace HashMatch.Catalog.Triage;

/// <summary>What came of reading the file of a report's item: its content, or why there is none.</summary>
/// <param name="File">The one name of the place it lies at.</param>
public sealed record ItemReading(string File)
{
    /// <summary>What it holds; null if it could not be read.</summary>
    public CatalogContent? Content { get; init; }

    /// <summary>What the file looked like before it was read; null if it was not looked at.</summary>
    public FileStamp? Stamp { get; init; }

    /// <summary>The name of the reason it could not be read, such as <c>not-found</c>; null if it was.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>That reason in a line for a person.</summary>
    public string? ErrorMessage { get; init; }
}
