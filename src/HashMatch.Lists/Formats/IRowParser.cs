using System.Diagnostics.CodeAnalysis;

namespace HashMatch.Lists.Formats;

/// <summary>One form of list with one entry a line: its header and its rows.</summary>
interface IRowParser
{
    /// <summary>The form.</summary>
    ListFormat Format { get; }

    /// <summary>The profile the rows read so far name themselves; null if they name none.</summary>
    string? RowProfile { get; }

    /// <summary>Takes the first line as a header; false when it is a row like any other.</summary>
    bool TryReadHeader(ReadOnlySpan<char> line, [NotNullWhen(true)] out ListHeader? header);

    /// <summary>Reads one row, trimmed and not empty.</summary>
    bool TryParse(ReadOnlySpan<char> line, [NotNullWhen(true)] out ListEntry? entry, [NotNullWhen(false)] out string? reason);
}
