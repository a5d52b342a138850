using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HashMatch.Hashes;

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
            // Counted and named, so that no digest, label or further entry can stand for another.
            Append(hash, entry.Digests.Count);
            foreach (var digest in entry.Digests)
            {
                Append(hash, ContentDigest.NameOf(digest.Kind));
                Append(hash, digest.ToString());
            }

            Append(hash, entry.Labels.Count);
            foreach (var label in entry.Labels)
            {
                Append(hash, label);
            }
        }

        return hash.GetHashAndReset();
    }

    static void Append(IncrementalHash hash, string? text)
    {
        var bytes = Encoding.UTF8.GetBytes(text ?? "");
        Append(hash, text is null ? -1 : bytes.Length);
        hash.AppendData(bytes);
    }

    static void Append(IncrementalHash hash, int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
