using HashMatch.Hashes;
using HashMatch.Matching.Review;

namespace HashMatch.Catalog.Internals;

/// <summary>The prints of a list entry as bytes: for each one byte, 1 where it is of a digest, and the 32 of its value; in order of value.</summary>
static class PrintsBlob
{
    const int Length = 1 + Hash256.ByteLength;

    internal static byte[] Write(VetoSide entry)
    {
        var blob = new byte[entry.Own.Count * Length];
        var rest = blob.AsSpan();
        foreach (var print in entry.Own.OrderBy(print => print.Value))
        {
            rest[0] = print.OfBytes ? (byte)1 : (byte)0;
            print.Value.CopyTo(rest[1..]);
            rest = rest[Length..];
        }

        return blob;
    }

    /// <summary>The blob, if it is whole prints.</summary>
    internal static byte[] Whole(Cells cells, int column)
    {
        var blob = cells.Bytes(column);
        var isWhole = blob.Length % Length == 0;
        for (var at = 0; at < blob.Length; at += Length)
        {
            isWhole &= blob[at] <= 1;
        }

        return isWhole ? blob : throw cells.Damaged(column);
    }

    internal static VetoSide Read(byte[] blob)
    {
        List<ContentPrint> prints = [];
        for (var at = 0; at < blob.Length; at += Length)
        {
            prints.Add(new ContentPrint(Hash256.FromBytes(blob.AsSpan(at + 1, Hash256.ByteLength)), blob[at] != 0));
        }

        return new VetoSide(prints, []) { IsEntry = true };
    }
}
