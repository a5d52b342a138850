using HashMatch.Hashers;
using HashMatch.Hashes;

namespace HashMatch.Catalog.Internals;

/// <summary>The altered forms of a picture as bytes; nothing where there are none.</summary>
/// <remarks>
/// One byte of flags (1 turned forms, 2 trimmed, 4 trimmed and turned, 8 content, 16 content and turned), then for the turned
/// forms seven hashes in the order of <see cref="DihedralTransform"/>, identity left out; for the trimmed one and then for the
/// content a byte of border, one of quality, two of undecided bits (little-endian), its hash, and seven more.
/// </remarks>
static class FormsBlob
{
    const int Turned = 1;
    const int Trimmed = 2;
    const int TrimmedTurned = 4;
    const int Content = 8;
    const int ContentTurned = 16;

    const int TurnedLength = (HashBytes.Turns - 1) * Hash256.ByteLength;

    /// <summary>The bytes of border, quality and undecided bits.</summary>
    const int HeadLength = 4;

    internal static byte[]? Write(HashForms forms)
    {
        var flags = (forms.Dihedral is null ? 0 : Turned) | FlagsOf(forms.Trimmed, Trimmed, TrimmedTurned) | FlagsOf(forms.Content, Content, ContentTurned);
        if (flags == 0)
        {
            return null;
        }

        using MemoryStream blob = new();
        blob.WriteByte((byte)flags);
        HashBytes.WriteTurned(blob, forms.Dihedral);
        WriteRest(blob, forms.Trimmed);
        WriteRest(blob, forms.Content);
        return blob.ToArray();
    }

    internal static HashForms Read(PdqResult pdq, Cells cells, int column) => Read(pdq, cells, column, withTurned: true);

    /// <summary>Without the turned forms.</summary>
    internal static HashForms ReadUpright(PdqResult pdq, Cells cells, int column) => Read(pdq, cells, column, withTurned: false);

    static HashForms Read(PdqResult pdq, Cells cells, int column, bool withTurned)
    {
        if (cells.IsNull(column))
        {
            return new HashForms(pdq);
        }

        using MemoryStream blob = new(Whole(cells, column));
        var flags = blob.ReadByte();
        var dihedral = ReadTurned(blob, pdq.Hash, (flags & Turned) != 0, withTurned);
        var trimmed = ReadRest(blob, (flags & Trimmed) != 0, (flags & TrimmedTurned) != 0, withTurned);
        var content = ReadRest(blob, (flags & Content) != 0, (flags & ContentTurned) != 0, withTurned);
        return new HashForms(pdq, dihedral, trimmed, content);
    }

    /// <summary>The blob, of the length its flags ask for and with numbers that can be.</summary>
    static byte[] Whole(Cells cells, int column)
    {
        var blob = cells.Bytes(column);
        var flags = blob.Length == 0 ? 0 : blob[0];
        var trimmed = 1 + ((flags & Turned) != 0 ? TurnedLength : 0);
        var content = trimmed + LengthOf(flags, Trimmed, TrimmedTurned);
        var isWhole = flags is > 0 and < 2 * ContentTurned && (flags & (Trimmed | TrimmedTurned)) != TrimmedTurned &&
            (flags & (Content | ContentTurned)) != ContentTurned && blob.Length == content + LengthOf(flags, Content, ContentTurned);
        return isWhole && ((flags & Trimmed) == 0 || IsHead(blob.AsSpan(trimmed), BorderKind.Letterbox, BorderKind.Border)) &&
            ((flags & Content) == 0 || IsHead(blob.AsSpan(content), BorderKind.Content, BorderKind.Content)) ? blob : throw cells.Damaged(column);
    }

    static bool IsHead(ReadOnlySpan<byte> head, BorderKind least, BorderKind most) =>
        (BorderKind)head[0] >= least && (BorderKind)head[0] <= most && head[1] <= 100 && (head[2] | (head[3] << 8)) <= Hash256.BitCount;

    static int FlagsOf(TrimmedHash? rest, int there, int turned) => (rest is null ? 0 : there) | (rest?.Dihedral is null ? 0 : turned);

    static int LengthOf(int flags, int there, int turned) =>
        ((flags & there) != 0 ? HeadLength + Hash256.ByteLength : 0) + ((flags & turned) != 0 ? TurnedLength : 0);

    static void WriteRest(MemoryStream blob, TrimmedHash? rest)
    {
        if (rest is not null)
        {
            blob.WriteByte((byte)rest.Border);
            blob.WriteByte((byte)rest.Pdq.Quality);
            blob.WriteByte((byte)rest.Pdq.UndecidedBits);
            blob.WriteByte((byte)(rest.Pdq.UndecidedBits >> 8));
            HashBytes.Write(blob, rest.Pdq.Hash);
            HashBytes.WriteTurned(blob, rest.Dihedral);
        }
    }

    static TrimmedHash? ReadRest(MemoryStream blob, bool isThere, bool isTurned, bool withTurned)
    {
        if (!isThere)
        {
            return null;
        }

        var border = (BorderKind)blob.ReadByte();
        var quality = blob.ReadByte();
        var undecided = blob.ReadByte() | (blob.ReadByte() << 8);
        PdqResult pdq = new(HashBytes.Read(blob), quality) { UndecidedBits = undecided };
        return new TrimmedHash(border, pdq, ReadTurned(blob, pdq.Hash, isTurned, withTurned));
    }

    static DihedralHashes? ReadTurned(MemoryStream blob, Hash256 identity, bool areThere, bool areWanted)
    {
        if (areThere && areWanted)
        {
            return HashBytes.ReadTurned(blob, identity);
        }

        blob.Position += areThere ? TurnedLength : 0;
        return null;
    }
}
