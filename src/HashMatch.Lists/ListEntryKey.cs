using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;
using HashMatch.Hashes;
using HashMatch.Lists.Formats;

namespace HashMatch.Lists;

/// <summary>What makes an entry the same one in two versions of a list: its owner and id, or its first hash where it has no id.</summary>
/// <remarks>
/// A 128-bit fingerprint of those, so that a million keys take 16 MB and no key can be read from memory dumps or messages. It
/// is seeded anew in every process: members of an exchange choose their ids, and none must meet another's entry by choice.
/// </remarks>
static class ListEntryKey
{
    /// <summary>Of this process alone; also for fingerprints of whole entries.</summary>
    internal static long Seed { get; } = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));

    internal static UInt128 Of(ListEntry entry)
    {
        XxHash128 hash = new(Seed);
        if (entry.Id is { } id)
        {
            Append(hash, "id");
            Append(hash, entry.Provenance?.Owner ?? "");
            Append(hash, id);
        }
        else if (entry.Pdq is { } pdq)
        {
            Span<byte> bytes = stackalloc byte[Hash256.ByteLength];
            pdq.CopyTo(bytes);
            Append(hash, HashNames.Pdq);
            hash.Append(bytes);
        }
        else if (entry.Digests.Count > 0)
        {
            // By kind, as they are written: formats have them in different orders.
            var digest = entry.Digests.MinBy(digest => digest.Kind);
            Append(hash, ContentDigest.NameOf(digest.Kind));
            Append(hash, digest.ToString());
        }
        else
        {
            Append(hash, entry.OtherHashes[0].Name);
            Append(hash, entry.OtherHashes[0].Value);
        }

        return hash.GetCurrentHashAsUInt128();
    }

    static void Append(XxHash128 hash, string text)
    {
        hash.Append(Encoding.UTF8.GetBytes(text));
        // Parts never run into each other: UTF-8 has no such byte.
        hash.Append([0xFF]);
    }
}
