using HashMatch.Hashers;
using HashMatch.Hashes;

namespace HashMatch.Catalog.Internals;

/// <summary>The altered forms of a picture as bytes; nothing where there are none.</summary>
/// <remarks>
/// One byte of flags (1 turned forms, 2 trimmed, 4 trimmed and turned), then for the turned forms seven hashes in the
/// order of <see cref="DihedralTransform"/>, identity left out; for the trimmed one a byte of border, one of quality, two of
/// undecided bits (little-endian), its hash, and seven more.
/// </remarks>
static class FormsBlob
{
    const int Turns = (int)DihedralTransform.Transverse + 1;

    const int Turned = 1;
    const int Trimmed = 2;
    const int TrimmedTurned = 4;

    /// <summary>The bytes of border, quality and undecided bits.</summary>
    const int TrimmedHead = 4;

    internal static byte[]? Write(HashForms forms)
    {
        var flags = (forms.Dihedral is null ? 0 : Turned) | (forms.Trimmed is null ? 0 : Trimmed) |
            (forms.Trimmed?.Dihedral is null ? 0 : TrimmedTurned);
        if (flags == 0)
        {
            return null;
        }

        using MemoryStream blob = new();
        blob.WriteByte((byte)flags);
        WriteTurned(blob, forms.Dihedral);
        if (forms.Trimmed is { } trimmed)
        {
            blob.WriteByte((byte)trimmed.Border);
            blob.WriteByte((byte)trimmed.Pdq.Quality);
            blob.WriteByte((byte)trimmed.Pdq.UndecidedBits);
            blob.WriteByte((byte)(trimmed.Pdq.UndecidedBits >> 8));
            WriteHash(blob, trimmed.Pdq.Hash);
            WriteTurned(blob, trimmed.Dihedral);
        }

        return blob.ToArray();
    }

    internal static HashForms Read(PdqResult pdq, Cells cells, int column)
    {
        if (cells.IsNull(column))
        {
            return new HashForms(pdq);
        }

        using MemoryStream stream = new(Whole(cells, column));
        var flags = stream.ReadByte();
        var dihedral = ReadTurned(stream, pdq.Hash, (flags & Turned) != 0);
        return new HashForms(pdq, dihedral, ReadTrimmed(stream, flags, withTurned: true));
    }

    /// <summary>The trimmed form alone, not its turned ones.</summary>
    internal static TrimmedHash? ReadTrimmed(Cells cells, int column)
    {
        if (cells.IsNull(column))
        {
            return null;
        }

        using MemoryStream stream = new(Whole(cells, column));
        var flags = stream.ReadByte();
        stream.Position += (flags & Turned) != 0 ? (Turns - 1) * Hash256.ByteLength : 0;
        return ReadTrimmed(stream, flags, withTurned: false);
    }

    /// <summary>The blob, of the length its flags ask for and with numbers that can be.</summary>
    static byte[] Whole(Cells cells, int column)
    {
        var blob = cells.Bytes(column);
        var flags = blob.Length == 0 ? 0 : blob[0];
        var turned = (Turns - 1) * Hash256.ByteLength;
        var trimmed = 1 + ((flags & Turned) != 0 ? turned : 0);
        var length = trimmed + ((flags & Trimmed) == 0 ? 0 : TrimmedHead + Hash256.ByteLength) + ((flags & TrimmedTurned) != 0 ? turned : 0);
        var isWhole = flags is > 0 and <= (Turned | Trimmed | TrimmedTurned) && (flags & (Trimmed | TrimmedTurned)) != TrimmedTurned && blob.Length == length;
        return isWhole && ((flags & Trimmed) == 0 || IsTrimmedHead(blob.AsSpan(trimmed))) ? blob : throw cells.Damaged(column);
    }

    static bool IsTrimmedHead(ReadOnlySpan<byte> head) =>
        (BorderKind)head[0] is > BorderKind.None and <= BorderKind.Border && head[1] <= 100 && (head[2] | (head[3] << 8)) <= Hash256.BitCount;

    static TrimmedHash? ReadTrimmed(MemoryStream blob, int flags, bool withTurned)
    {
        if ((flags & Trimmed) == 0)
        {
            return null;
        }

        var border = (BorderKind)blob.ReadByte();
        var quality = blob.ReadByte();
        var undecided = blob.ReadByte() | (blob.ReadByte() << 8);
        PdqResult pdq = new(ReadHash(blob), quality) { UndecidedBits = undecided };
        return new TrimmedHash(border, pdq, ReadTurned(blob, pdq.Hash, withTurned && (flags & TrimmedTurned) != 0));
    }

    static void WriteTurned(MemoryStream blob, DihedralHashes? dihedral)
    {
        for (var turned = DihedralTransform.Rot90; dihedral is { } hashes && turned <= DihedralTransform.Transverse; turned++)
        {
            WriteHash(blob, hashes[turned]);
        }
    }

    static DihedralHashes? ReadTurned(MemoryStream blob, Hash256 identity, bool areThere)
    {
        if (!areThere)
        {
            return null;
        }

        var hashes = new Hash256[Turns];
        hashes[0] = identity;
        for (var i = 1; i < hashes.Length; i++)
        {
            hashes[i] = ReadHash(blob);
        }

        return new DihedralHashes(hashes);
    }

    static void WriteHash(MemoryStream blob, Hash256 hash)
    {
        Span<byte> bytes = stackalloc byte[Hash256.ByteLength];
        hash.CopyTo(bytes);
        blob.Write(bytes);
    }

    static Hash256 ReadHash(MemoryStream blob)
    {
        Span<byte> bytes = stackalloc byte[Hash256.ByteLength];
        blob.ReadExactly(bytes);
        return Hash256.FromBytes(bytes);
    }
}
