using System.Text;

namespace HashMatch.Lists.Formats.Text;

/// <summary>Formats with one entry a line and no place for a header or tombstones.</summary>
abstract class LineListWriter : ListWriter
{
    protected LineListWriter(Stream stream, ListHeader header)
    {
        Text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        LoseHeader(header);
    }

    protected StreamWriter Text { get; }

    public override void Complete() => Text.Flush();

    private protected override void Dispose(bool disposing)
    {
        Text.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Whether a text can stand in a cell: lines are read one by one, and cells trimmed.</summary>
    protected static bool FitsCell(string text) => !text.AsSpan().ContainsAny('\r', '\n') && text.AsSpan().Trim().Length == text.Length;
}
