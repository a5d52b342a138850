namespace HashMatch.Lists.Formats.Vics;

/// <summary>A VICS 2.0 hash set.</summary>
sealed class VicsWriter(Stream stream, ListHeader header) : VicsMediaWriter(stream, header, "Media")
{
    private protected override bool TryWrite(ListEntry entry)
    {
        if (!IsMedium(entry))
        {
            return false;
        }

        WriteMedium(entry, hasCase: false);
        return true;
    }
}
