using HashMatch.Hashers;
using HashMatch.Hashes;

namespace HashMatch.Catalog.Internals;

/// <summary>Hashes as bytes, one after the other.</summary>
static class HashBytes
{
    internal const int Turns = (int)DihedralTransform.Transverse + 1;

    internal static void Write(MemoryStream blob, Hash256 hash)
    {
        Span<byte> bytes = stackalloc byte[Hash256.ByteLength];
        hash.CopyTo(bytes);
        blob.Write(bytes);
    }

    internal static Hash256 Read(MemoryStream blob)
    {
        Span<byte> bytes = stackalloc byte[Hash256.ByteLength];
        blob.ReadExactly(bytes);
        return Hash256.FromBytes(bytes);
    }

    /// <summary>The turned forms, if there are any, without the identity.</summary>
    internal static void WriteTurned(MemoryStream blob, DihedralHashes? dihedral)
    {
        for (var turned = DihedralTransform.Rot90; dihedral is { } hashes && turned <= DihedralTransform.Transverse; turned++)
        {
            Write(blob, hashes[turned]);
        }
    }

    internal static DihedralHashes ReadTurned(MemoryStream blob, Hash256 identity)
    {
        var hashes = new Hash256[Turns];
        hashes[0] = identity;
        for (var i = 1; i < hashes.Length; i++)
        {
            hashes[i] = Read(blob);
        }

        return new DihedralHashes(hashes);
    }
}
