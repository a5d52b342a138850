using HashMatch.Lists.Formats;

namespace HashMatch.Lists;

/// <summary>Writes a list in one format, entry by entry, and counts what that format cannot carry.</summary>
/// <remarks>The same entries give the same bytes. Not thread-safe.</remarks>
public abstract class ListWriter : IDisposable
{
    readonly SortedDictionary<string, long> _losses = new(StringComparer.Ordinal);

    private protected ListWriter()
    {
    }

    /// <summary>Entries and tombstones written.</summary>
    public long Written { get; private set; }

    /// <summary>Entries and tombstones left out, because the format has no place for any hash of theirs, or for tombstones.</summary>
    public long LeftOut { get; private set; }

    /// <summary>How often each field was lost from an entry that was written; fields of the header begin with <c>list.</c>.</summary>
    public IReadOnlyDictionary<string, long> Losses => _losses;

    /// <summary>Begins a list.</summary>
    /// <param name="stream">Where it goes; left open.</param>
    /// <param name="format">Its format.</param>
    /// <param name="header">What the list says of itself.</param>
    /// <exception cref="IOException">The stream could not be written.</exception>
    public static ListWriter Create(Stream stream, ListExportFormat format, ListHeader header)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(header);
        return WriterFactory.Create(stream, format, header);
    }

    /// <summary>Writes an entry, or counts it among those left out.</summary>
    /// <exception cref="IOException">The stream could not be written.</exception>
    public void Write(ListEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (TryWrite(entry))
        {
            Written++;
        }
        else
        {
            LeftOut++;
        }
    }

    /// <summary>Writes the list's end and hands all to the stream. Nothing can be written afterwards.</summary>
    /// <exception cref="IOException">The stream could not be written.</exception>
    public abstract void Complete();

    /// <summary>Frees what the writer holds; a list that was not completed stays without its end.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Writes what can be carried and counts the rest; false if nothing can.</summary>
    private protected abstract bool TryWrite(ListEntry entry);

    /// <summary>Frees what the writer holds.</summary>
    private protected virtual void Dispose(bool disposing)
    {
    }

    private protected void Lose(string field, long count = 1)
    {
        if (count > 0)
        {
            _losses[field] = _losses.GetValueOrDefault(field) + count;
        }
    }

    /// <summary>Counts what only our own form and the like can carry.</summary>
    private protected void LoseProvenance(ListEntry entry, bool keepsUpdated = false, bool keepsOrigin = false)
    {
        if (entry.Provenance is { } provenance)
        {
            Lose("source", provenance.Source is null || keepsOrigin ? 0 : 1);
            Lose("owner", provenance.Owner is null || keepsOrigin ? 0 : 1);
            Lose("created", provenance.Created is null ? 0 : 1);
            Lose("updated", provenance.Updated is null || keepsUpdated ? 0 : 1);
            Lose("feedback", provenance.Feedback is null ? 0 : 1);
        }
    }

    private protected void LoseHeader(ListHeader header)
    {
        Lose("list.name", header.Name is null ? 0 : 1);
        Lose("list.version", header.Version is null ? 0 : 1);
        Lose("list.role", header.Role is null ? 0 : 1);
        Lose("list.radius", header.Radius is null ? 0 : 1);
        Lose("list.profile", header.Profile is null ? 0 : 1);
        Lose("list.fields", ExtraFields.Count(header.ExtraFields));
    }
}
