using HashMatch.Hashes;

namespace HashMatch.Lists.Formats.Text;

/// <summary>Digests of one kind before names, as md5sum and its family write. The name is the list's, or else the id.</summary>
sealed class DigestSumWriter(Stream stream, ListHeader header, DigestKind kind) : LineListWriter(stream, header)
{
    private protected override bool TryWrite(ListEntry entry)
    {
        if (entry.IsRemoved || !entry.Digests.Any(digest => digest.Kind == kind))
        {
            return false;
        }

        var name = ExtraFields.Find(entry.ExtraFields, TextRowParser.NameField);
        // White space at a line's end is not read back.
        var carried = (name ?? entry.Id)?.TrimEnd();
        var isWhole = carried == (name ?? entry.Id);
        Lose("id", entry.Id is null || (name is null && isWhole) ? 0 : 1);
        Lose("fields", ExtraFields.Count(entry.ExtraFields) - (name is not null && isWhole ? 1 : 0));
        Write(entry.Digests.First(digest => digest.Kind == kind), string.IsNullOrEmpty(carried) ? "-" : carried);
        Lose("digests", entry.Digests.Count - 1);
        Lose("pdq", entry.Pdq is null ? 0 : 1);
        Lose("otherHashes", entry.OtherHashes.Count);
        Lose("labels", entry.Labels.Count);
        LoseProvenance(entry);
        return true;
    }

    void Write(ContentDigest digest, string name)
    {
        var isEscaped = name.AsSpan().ContainsAny('\\', '\r', '\n');
        if (isEscaped)
        {
            name = name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);
            Text.Write('\\');
        }

        Text.Write(digest.ToString());
        Text.Write("  ");
        Text.WriteLine(name);
    }
}
