namespace HashMatch.Lists.Formats.Text;

/// <summary>One PDQ hash a line: <c>HEX,metadata</c> where the list had metadata, else <c>pdq HEX</c>.</summary>
sealed class PdqTextWriter(Stream stream, ListHeader header) : LineListWriter(stream, header)
{
    private protected override bool TryWrite(ListEntry entry)
    {
        if (entry.IsRemoved || entry.Pdq is not { } pdq)
        {
            return false;
        }

        var metadata = ExtraFields.Find(entry.ExtraFields, TextRowParser.MetadataField);
        var keepsMetadata = metadata is { Length: > 0 } && FitsCell(metadata);
        if (keepsMetadata)
        {
            Text.Write(pdq.ToString());
            Text.Write(',');
            Text.WriteLine(metadata);
        }
        else
        {
            // Digits alone could be SHA-256.
            Text.Write("pdq ");
            Text.WriteLine(pdq.ToString());
        }

        Lose("id", entry.Id is null ? 0 : 1);
        Lose("digests", entry.Digests.Count);
        Lose("otherHashes", entry.OtherHashes.Count);
        Lose("labels", entry.Labels.Count);
        Lose("fields", ExtraFields.Count(entry.ExtraFields) - (keepsMetadata ? 1 : 0));
        LoseProvenance(entry);
        return true;
    }
}
