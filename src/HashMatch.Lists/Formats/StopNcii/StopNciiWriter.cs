using System.Globalization;
using HashMatch.Hashes;

namespace HashMatch.Lists.Formats.StopNcii;

/// <summary>One whole page of the shape StopNCII hands out: a record a hash, so an entry with two has two.</summary>
sealed class StopNciiWriter : JsonListWriter
{
    readonly long? _checkpoint;
    long _records;

    internal StopNciiWriter(Stream stream, ListHeader header)
        : base(stream)
    {
        _checkpoint = long.TryParse(header.Version, NumberStyles.None, CultureInfo.InvariantCulture, out var checkpoint) ? checkpoint : null;
        LoseHeader(_checkpoint is null ? header : header with { Version = null });
        Json.WriteStartObject();
        Json.WriteStartArray(StopNciiFields.Records);
    }

    public override void Complete()
    {
        Json.WriteEndArray();
        Json.WriteNumber(StopNciiFields.Count, _records);
        if (_checkpoint is { } checkpoint)
        {
            Json.WriteNumber(StopNciiFields.Checkpoint, checkpoint);
        }

        Json.WriteBoolean(StopNciiFields.HasMore, false);
        Json.WriteEndObject();
        Json.Flush();
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
        FlushIfLarge();

        return true;
    }

    void WriteRecord(ListEntry entry, string type, string value)
    {
        _records++;
        Json.WriteStartObject();
        if (SecondsOf(entry.Provenance?.Updated) is { } seconds)
        {
            Json.WriteNumber(StopNciiFields.Updated, seconds);
        }

        Json.WriteString(StopNciiFields.Type, type);
        Json.WriteString(StopNciiFields.Value, value);
        var status = ExtraFields.Find(entry.ExtraFields, StopNciiFields.Status);
        var saysRemoved = status is "Withdrawn" or "Deleted";
        Json.WriteString(StopNciiFields.Status, status is not null && saysRemoved == entry.IsRemoved ? status : entry.IsRemoved ? "Deleted" : "Active");
        ExtraFields.Write(Json, entry.ExtraFields, field => IsWritten(field.Name));
        Json.WriteEndObject();
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
