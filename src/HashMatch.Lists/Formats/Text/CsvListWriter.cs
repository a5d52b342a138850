using HashMatch.Hashes;

namespace HashMatch.Lists.Formats.Text;

/// <summary>A table with a header. An entry has one hash of each kind in it.</summary>
sealed class CsvListWriter : LineListWriter
{
    static readonly DigestKind[] s_digests = [DigestKind.Md5, DigestKind.Sha1, DigestKind.Sha256];

    internal CsvListWriter(Stream stream, ListHeader header)
        : base(stream, header) => Text.WriteLine("pdq,md5,sha1,sha256,id,labels");

    private protected override bool TryWrite(ListEntry entry)
    {
        var digests = Array.ConvertAll(s_digests, kind => entry.Digests.Where(digest => digest.Kind == kind).Select(digest => digest.ToString()).FirstOrDefault());
        if (entry.IsRemoved || (entry.Pdq is null && digests.All(digest => digest is null)))
        {
            return false;
        }

        Text.Write(entry.Pdq?.ToString());
        foreach (var digest in digests)
        {
            Text.Write(',');
            Text.Write(digest);
        }

        Lose("digests", entry.Digests.Count - digests.Count(digest => digest is not null));
        Text.Write(',');
        WriteCell(entry.Id, "id");
        Text.Write(',');
        var labels = entry.Labels.Where(label => label.Length > 0 && !label.Contains(';', StringComparison.Ordinal) && FitsCell(label)).ToList();
        Lose("labels", entry.Labels.Count - labels.Count);
        WriteCell(string.Join(';', labels), "labels");
        Text.WriteLine();
        Lose("otherHashes", entry.OtherHashes.Count);
        Lose("fields", ExtraFields.Count(entry.ExtraFields));
        LoseProvenance(entry);
        return true;
    }

    void WriteCell(string? text, string field)
    {
        if (text is null)
        {
            return;
        }

        if (!FitsCell(text))
        {
            Lose(field);
        }
        else if (text.AsSpan().ContainsAny(",\""))
        {
            Text.Write('"');
            Text.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
            Text.Write('"');
        }
        else
        {
            Text.Write(text);
        }
    }
}
