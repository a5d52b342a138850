using System.Globalization;
using System.Text;

namespace HashMatch.Cli.Output;

/// <summary>The cells of a record's rows, quoted as RFC 4180 says.</summary>
/// <param name="timestamp">The last cell of every row, when timestamps were asked for.</param>
sealed class CsvCells(string? timestamp)
{
    readonly StringBuilder _text = new();
    bool _rowHasCells;

    internal void Add(string? text)
    {
        _text.Append(_rowHasCells ? "," : "");
        _rowHasCells = true;
        if (text is not null && text.AsSpan().ContainsAny(",\"\r\n"))
        {
            _text.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        else
        {
            _text.Append(text);
        }
    }

    internal void Add(long? number) => Add(number?.ToString(CultureInfo.InvariantCulture));

    internal void Add(bool? flag) => Add(flag switch { true => "true", false => "false", null => null });

    internal void Add(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            Add(text);
        }
    }

    internal void EndRow()
    {
        if (timestamp is not null)
        {
            Add(timestamp);
        }

        _text.Append('\n');
        _rowHasCells = false;
    }

    public override string ToString() => _text.ToString();
}
