using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HashMatch.Matching.Entries;

/// <summary>A SHA-256 over all a list says, so that two versions of one name are told apart; no entry can be read from it.</summary>
static class ListFingerprint
{
    internal static byte[] Of(KnownList list)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, list.Name);
        Append(hash, list.Version);
        Append(hash, list.Role == ListRole.Known ? "known" : "ignore");
        Append(hash, list.Radius?.ToString(CultureInfo.InvariantCulture));
        Append(hash, list.Profile);
        foreach (var entry in list.Entries)
        {
            Append(hash, entry.Id);
            Append(hash, entry.Pdq?.ToString());
            foreach (var digest in entry.Digests)
            {
                Append(hash, digest.ToString());
            }

            foreach (var label in entry.Labels)
            {
                Append(hash, label);
            }
        }

        return hash.GetHashAndReset();
    }

    static void Append(IncrementalHash hash, string? text)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        var bytes = Encoding.UTF8.GetBytes(text ?? "");
        BinaryPrimitives.WriteInt32LittleEndian(length, text is null ? -1 : bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
