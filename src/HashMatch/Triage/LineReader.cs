using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using HashMatch.Triage.Internals;

namespace HashMatch.Triage;

/// <summary>Reads a JSON Lines document of reports or follow-ups, a line at a time; memory does not grow with the document.</summary>
/// <typeparam name="T">What a line holds.</typeparam>
/// <remarks>
/// A line that cannot be used is handed on with what is wrong with it, and reading goes on. Blank lines are passed over. No
/// input makes it throw anything but what the stream throws. Not thread-safe.
/// </remarks>
public abstract class LineReader<T> : IDisposable
    where T : class
{
    /// <summary>The longest line in bytes; a longer one is a line that cannot be used.</summary>
    public const int MaxLineBytes = 1 << 22;

    /// <summary>The deepest an object of a line may nest.</summary>
    public const int MaxDepth = 16;

    readonly ByteLines _lines;

    private protected LineReader(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _lines = new ByteLines(stream, MaxLineBytes);
    }

    /// <summary>Lines read so far that could be used.</summary>
    public long Accepted { get; private set; }

    /// <summary>Lines read so far that could not be used.</summary>
    public long Rejected { get; private set; }

    /// <summary>Reads the next line that is not blank; false at the end.</summary>
    /// <param name="row">What the line holds, or why it holds nothing that can be used.</param>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public bool TryRead([NotNullWhen(true)] out LineRow<T>? row)
    {
        while (_lines.TryRead(out var line))
        {
            if (_lines.IsTooLong)
            {
                row = new LineRow<T>(_lines.Number, null, [new FieldProblem(_lines.Number, "$", string.Create(CultureInfo.InvariantCulture, $"is longer than {MaxLineBytes} bytes"))]);
            }
            else if (line.Trim(" \t\r"u8).IsEmpty)
            {
                continue;
            }
            else
            {
                row = ParseLine(line, _lines.Number);
            }

            (Accepted, Rejected) = row.Value is null ? (Accepted, Rejected + 1) : (Accepted + 1, Rejected);
            return true;
        }

        row = null;
        return false;
    }

    /// <summary>Gives the buffer back; the stream stays open.</summary>
    public void Dispose()
    {
        _lines.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected abstract LineRow<T> ParseLine(ReadOnlySpan<byte> line, long number);
}
