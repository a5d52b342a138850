using System.Globalization;
using System.Text;
using HashMatch.Lists.Formats.JsonLines;
using HashMatch.Lists.Formats.Text;

namespace HashMatch.Lists.Formats;

/// <summary>Lists with one entry a line. The first line that is neither blank nor a comment tells which form.</summary>
sealed class LineListReader : ListReader
{
    readonly StreamReader _text;
    readonly BoundedLineReader _lines;
    readonly IRowParser _parser;

    /// <summary>The first line when it is a row: it had to be read to know the form.</summary>
    string? _first;
    readonly bool _firstIsTooLong;

    internal LineListReader(Stream stream, ListReadOptions options)
    {
        _text = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 1 << 16);
        _lines = new BoundedLineReader(_text, KnownListReader.MaxLineLength);
        _first = TryReadLine(out var first) ? first.ToString() : null;
        _firstIsTooLong = _lines.IsTooLong;
        var isJson = options.Format == ListFormat.JsonLines || (options.Format == ListFormat.Auto && _first?.StartsWith('{') == true);
        _parser = isJson ? new JsonRowParser() : new TextRowParser(options.HashType, options.Format == ListFormat.NsrlText);
        if (_first is not null && _parser.TryReadHeader(_first, out var header))
        {
            Header = header;
            _first = null;
        }
    }

    public override ListFormat Format => _parser.Format;

    private protected override bool TryReadRow(out ListRow row)
    {
        ReadOnlySpan<char> line;
        var isTooLong = _firstIsTooLong;
        if (_first is not null)
        {
            line = _first;
            _first = null;
        }
        else if (TryReadLine(out line))
        {
            isTooLong = _lines.IsTooLong;
        }
        else
        {
            row = default;
            return false;
        }

        row = Parse(line, isTooLong);
        return true;
    }

    private protected override void Dispose(bool disposing)
    {
        _text.Dispose();
        base.Dispose(disposing);
    }

    ListRow Parse(ReadOnlySpan<char> line, bool isTooLong)
    {
        var place = ListPlace.Line(_lines.LineNumber);
        if (isTooLong)
        {
            return new ListRow(place, string.Create(CultureInfo.InvariantCulture, $"The line is longer than {KnownListReader.MaxLineLength} characters."));
        }

        if (!_parser.TryParse(line, out var entry, out var reason))
        {
            return new ListRow(place, reason);
        }

        if (Header.Profile is null && _parser.RowProfile is { } profile)
        {
            Header = Header with { Profile = profile };
        }

        return new ListRow(place, entry);
    }

    /// <summary>The next line that holds anything, trimmed.</summary>
    bool TryReadLine(out ReadOnlySpan<char> line)
    {
        while (_lines.TryRead(out line))
        {
            line = line.Trim();
            if (_lines.IsTooLong || !(line.IsEmpty || line.StartsWith('#')))
            {
                return true;
            }
        }

        return false;
    }
}
