using HashMatch.Lists.Formats;

namespace HashMatch.Lists;

/// <summary>Reads a list of any format row by row; memory does not grow with the list.</summary>
/// <remarks>
/// <para>
/// The content tells the format: an SQLite database is NSRL's, <c>&lt;</c> begins hash sharing XML, a JSON object with
/// VICS's or StopNCII's fields is one of those, any other <c>{</c> begins JSON Lines, and all else is text.
/// <see cref="KnownListReader"/> describes text and JSON Lines.
/// </para>
/// <para>
/// A bad row is handed on as an error and reading goes on. A document that is itself broken, such as JSON that ends early,
/// throws <see cref="ListFormatException"/>: nobody knows what was to follow. Not thread-safe.
/// </para>
/// </remarks>
public abstract class ListReader : IDisposable
{
    /// <summary>The largest record of a JSON or XML document in bytes; a larger one is a bad row or a broken document.</summary>
    public const int MaxRecordBytes = 1 << 24;

    bool _isAhead;
    ListRow? _ahead;

    private protected ListReader()
    {
    }

    /// <summary>The format being read.</summary>
    public abstract ListFormat Format { get; }

    /// <summary>What the list says of itself before its rows, and what the rows read so far add to it.</summary>
    public ListHeader Header { get; private protected set; } = new();

    /// <summary>What was read so far; the counts always add up.</summary>
    public ListCounts Counts { get; private set; }

    /// <summary>Opens a list in a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Its format and hash type, where the content does not tell.</param>
    /// <exception cref="ListFormatException">The file is no list.</exception>
    /// <exception cref="IOException">The file could not be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static ListReader Open(string path, ListReadOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(options);
        return ReadAhead(ReaderFactory.Open(path, options));
    }

    /// <summary>Opens a list in a stream of any format but <see cref="ListFormat.NsrlDatabase"/>, which needs a file.</summary>
    /// <param name="stream">The list's bytes, from the stream's position; left open.</param>
    /// <param name="options">Its format and hash type, where the content does not tell.</param>
    /// <exception cref="ListFormatException">The stream holds no list.</exception>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public static ListReader Open(Stream stream, ListReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        return ReadAhead(ReaderFactory.Open(stream, options, path: null, leaveOpen: true));
    }

    /// <summary>Reads the next row; false at the end.</summary>
    /// <exception cref="ListFormatException">The document is broken from here on.</exception>
    /// <exception cref="IOException">The list could not be read.</exception>
    public bool TryRead(out ListRow row)
    {
        if (_isAhead)
        {
            _isAhead = false;
            row = _ahead.GetValueOrDefault();
            if (_ahead is null)
            {
                return false;
            }
        }
        else if (!TryReadRow(out row))
        {
            return false;
        }

        Counts = Counts.With(row);
        return true;
    }

    /// <summary>Closes what was opened.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    private protected abstract bool TryReadRow(out ListRow row);

    /// <summary>Reads up to the first row: only then is everything read that a list says of itself before it.</summary>
    static ListReader ReadAhead(ListReader reader)
    {
        try
        {
            reader._ahead = reader.TryReadRow(out var row) ? row : null;
            reader._isAhead = true;
            return reader;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>Closes what was opened.</summary>
    private protected virtual void Dispose(bool disposing)
    {
    }
}
