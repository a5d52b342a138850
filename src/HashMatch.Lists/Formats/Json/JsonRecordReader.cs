using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace HashMatch.Lists.Formats.Json;

/// <summary>A list that is one JSON document with an array of records in it.</summary>
abstract class JsonRecordReader(Stream stream) : ListReader
{
    long _records;

    /// <summary>The document, at the last token read.</summary>
    protected JsonDocumentStream Document { get; } = new(stream);

    /// <summary>What the record being read is gathered in.</summary>
    protected EntryBuilder Entry { get; } = new();

    private protected sealed override bool TryReadRow(out ListRow row)
    {
        if (!TryFindRecord())
        {
            row = default;
            return false;
        }

        ListPlace place = new(ListPlaceUnit.Record, ++_records, Document.Offset);
        row = TryReadRecord(out var entry, out var reason) ? new ListRow(place, entry) : new ListRow(place, reason);
        return true;
    }

    /// <summary>Moves on to the first token of the next record; false at the document's end.</summary>
    protected abstract bool TryFindRecord();

    /// <summary>Adds one field of a record to <see cref="Entry"/>.</summary>
    protected abstract bool TryAdd(JsonProperty field, [NotNullWhen(false)] out string? reason);

    /// <summary>Looks at a record whose fields were all added.</summary>
    protected abstract bool TryFinish(JsonElement record, [NotNullWhen(false)] out string? reason);

    private protected override void Dispose(bool disposing)
    {
        Document.Dispose();
        base.Dispose(disposing);
    }

    bool TryReadRecord([NotNullWhen(true)] out ListEntry? entry, [NotNullWhen(false)] out string? reason)
    {
        entry = null;
        if (Document.TokenType != JsonTokenType.StartObject)
        {
            Document.Skip();
            reason = "The record is not a JSON object.";
            return false;
        }

        if (!Document.TryTake(out var record))
        {
            reason = $"The record is larger than {MaxRecordBytes} bytes.";
            return false;
        }

        Entry.Clear();
        try
        {
            foreach (var field in record.EnumerateObject())
            {
                if (!TryAdd(field, out reason))
                {
                    return false;
                }
            }

            if (!TryFinish(record, out reason))
            {
                return false;
            }
        }
        catch (InvalidOperationException)
        {
            reason = JsonTexts.NotUnicode;
            return false;
        }

        entry = Entry.Build();
        reason = entry is null ? "The record has no hash." : null;
        return reason is null;
    }
}
