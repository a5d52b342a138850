using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace HashMatch.Catalog.Internals;

/// <summary>The links of the log: each is a SHA-256 over its row and the link before, so that no row can change unseen.</summary>
/// <remarks>
/// A link covers the link before (32 bytes; before the first row the SHA-256 of the catalogue's id), then, little-endian,
/// number, run and time (8 bytes each), then place and evidence, each as its length (4 bytes) and its UTF-8. That is what the
/// file holds of a text, whatever is in it: an unpaired surrogate is replaced there as it is here.
/// </remarks>
static class DecisionChain
{
    internal const int LinkLength = SHA256.HashSizeInBytes;

    internal static byte[] Start(byte[] catalogId) => SHA256.HashData(catalogId);

    internal static byte[] Next(byte[] before, long seq, long run, long at, string place, string evidence)
    {
        var most = before.Length + (3 * sizeof(long)) + (2 * sizeof(int)) +
            Encoding.UTF8.GetMaxByteCount(place.Length) + Encoding.UTF8.GetMaxByteCount(evidence.Length);
        var buffer = ArrayPool<byte>.Shared.Rent(most);
        before.CopyTo(buffer, 0);
        var rest = buffer.AsSpan(before.Length);
        foreach (var number in (ReadOnlySpan<long>)[seq, run, at])
        {
            BinaryPrimitives.WriteInt64LittleEndian(rest, number);
            rest = rest[sizeof(long)..];
        }

        rest = WriteText(rest, place);
        rest = WriteText(rest, evidence);
        var link = SHA256.HashData(buffer.AsSpan(0, buffer.Length - rest.Length));
        ArrayPool<byte>.Shared.Return(buffer);
        return link;
    }

    static Span<byte> WriteText(Span<byte> rest, string text)
    {
        var length = Encoding.UTF8.GetBytes(text, rest[sizeof(int)..]);
        BinaryPrimitives.WriteInt32LittleEndian(rest, length);
        return rest[(sizeof(int) + length)..];
    }
}
