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

    internal static HashForms Read(PdqResult pdq, byte[]? blob)
    {
        if (blob is null)
        {
            return new HashForms(pdq);
        }

        using MemoryStream stream = new(blob);
        var flags = stream.ReadByte();
        var dihedral = ReadTurned(stream, pdq.Hash, (flags & Turned) != 0);
        return new HashForms(pdq, dihedral, ReadTrimmed(stream, flags, withTurned: true));
    }

    /// <summary>The trimmed form alone, not its turned ones.</summary>
    internal static TrimmedHash? ReadTrimmed(byte[] blob)
    {
        using MemoryStream stream = new(blob);
        var flags = stream.ReadByte();
        stream.Position += (flags & Turned) != 0 ? (Turns - 1) * Hash256.ByteLength : 0;
        return ReadTrimmed(stream, flags, withTurned: false);
    }

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
