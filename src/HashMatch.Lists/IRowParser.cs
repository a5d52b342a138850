using System.Diagnostics.CodeAnalysis;
using HashMatch.Matching;

namespace HashMatch.Lists;

/// <summary>One form of list: its header and its rows.</summary>
interface IRowParser
{
    /// <summary>The profile the rows read so far name themselves; null if they name none.</summary>
    string? RowProfile { get; }

    /// <summary>Takes the first line as a header; false when it is a row like any other.</summary>
    bool TryReadHeader(ReadOnlySpan<char> line, ListReadOptions options, [NotNullWhen(true)] out KnownList? list);

    /// <summary>Reads one row, trimmed and not empty.</summary>
    bool TryParse(ReadOnlySpan<char> line, long lineNumber, [NotNullWhen(true)] out KnownEntry? entry,
        [NotNullWhen(false)] out string? reason);
}
