using System.Globalization;
using System.Text.Json;
using HashMatch.Hashes;

namespace HashMatch.Lists.Formats.StopNcii;

/// <summary>One whole page of the shape StopNCII hands out: a record a hash, so an entry with two has two.</summary>
sealed class StopNciiWriter : ListWriter
{
    readonly Utf8JsonWriter _json;
    readonly long? _checkpoint;
    long _records;

    internal StopNciiWriter(Stream stream, ListHeader header)
    {
        _json = new Utf8JsonWriter(stream, ExtraFields.WriterOptions);
        _checkpoint = long.TryParse(header.Version, NumberStyles.None, CultureInfo.InvariantCulture, out var checkpoint) ? checkpoint : null;
        LoseHeader(_checkpoint is null ? header : header with { Version = null });
        _json.WriteStartObject();
        _json.WriteStartArray(StopNciiFields.Records);
    }

    public override void Complete()
    {
        _json.WriteEndArray();
        _json.WriteNumber(StopNciiFields.Count, _records);
        if (_checkpoint is { } checkpoint)
        {
            _json.WriteNumber(StopNciiFields.Checkpoint, checkpoint);
        }

        _json.WriteBoolean(StopNciiFields.HasMore, false);
        _json.WriteEndObject();
        _json.Flush();
    }

    private protected override bool TryWrite(ListEntry entry)
    {
        var type = ExtraFields.Find(entry.ExtraFields, StopNciiFields.Type);
        var md5 = entry.Digests.FirstOrDefault(digest => digest.Kind == DigestKind.Md5);
        var hasMd5 = entry.Digests.Any(digest => digest.Kind == DigestKind.Md5);
        // What is not matched came as the record's own type, and goes out as that.
        var other = entry.OtherHashes.FirstOrDefault(hash => hash.Name == type);
        if (entry.Pdq is null && !hasMd5 && other is null)
        {
            return false;
        }

        if (entry.Pdq is { } pdq)
        {
            WriteRecord(entry, type?.EndsWith("PDQ", StringComparison.Ordinal) == true ? type : "ImagePDQ", pdq.ToString());
        }

        if (hasMd5)
        {
            WriteRecord(entry, type?.EndsWith("MD5", StringComparison.Ordinal) == true ? type : "ImageMD5", md5.ToString());
        }

        if (other is not null)
        {
            WriteRecord(entry, other.Name, other.Value);
        }

        CountLosses(entry, hasMd5, other is not null);
        if (_json.BytesPending > 1 << 16)
        {
            _json.Flush();
        }

        return true;
    }

    private protected override void Dispose(bool disposing)
    {
        _json.Dispose();
        base.Dispose(disposing);
    }

    void WriteRecord(ListEntry entry, string type, string value)
    {
        _records++;
        _json.WriteStartObject();
        if (SecondsOf(entry.Provenance?.Updated) is { } seconds)
        {
            _json.WriteNumber(StopNciiFields.Updated, seconds);
        }

        _json.WriteString(StopNciiFields.Type, type);
        _json.WriteString(StopNciiFields.Value, value);
        var status = ExtraFields.Find(entry.ExtraFields, StopNciiFields.Status);
        var saysRemoved = status is "Withdrawn" or "Deleted";
        _json.WriteString(StopNciiFields.Status, status is not null && saysRemoved == entry.IsRemoved ? status : entry.IsRemoved ? "Deleted" : "Active");
        ExtraFields.Write(_json, entry.ExtraFields, IsWritten);
        _json.WriteEndObject();
    }

    void CountLosses(ListEntry entry, bool hasMd5, bool hasOther)
    {
        Lose("id", entry.Id is null ? 0 : 1);
        Lose("labels", entry.Labels.Count);
        Lose("digests", entry.Digests.Count - (hasMd5 ? 1 : 0));
        Lose("otherHashes", entry.OtherHashes.Count - (hasOther ? 1 : 0));
        LoseProvenance(entry, keepsUpdated: SecondsOf(entry.Provenance?.Updated) is not null);
    }

    static bool IsWritten(string name) => name is StopNciiFields.Type or StopNciiFields.Status or StopNciiFields.Updated or StopNciiFields.Value;

    static long? SecondsOf(string? time) => long.TryParse(time, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
        ? seconds
        : ListTime.Read(time)?.ToUnixTimeSeconds();
}
