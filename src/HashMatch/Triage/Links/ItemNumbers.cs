using System.Runtime.InteropServices;
using HashMatch.Hashes;
using HashMatch.Triage.Reports;
using HashMatch.Triage.Rules;

namespace HashMatch.Triage.Links;

/// <summary>Numbers what the items of all reports hold, item by item.</summary>
/// <remarks>
/// Of an item's digests the first that an earlier item had decides whose bytes it has. Digests that an attacker mixes can
/// so join an item to one of two others, but never those two to each other.
/// </remarks>
static class ItemNumbers
{
    /// <summary>Numbers the different bytes as they first occur; says how many there are.</summary>
    internal static int OfBytes(Report[] reports, int[] bytes)
    {
        Dictionary<ContentDigest, int> byDigest = new(bytes.Length);
        var (number, count) = (0, 0);
        foreach (var report in reports)
        {
            foreach (var item in report.Items)
            {
                bytes[number++] = BytesOf(item, byDigest, ref count);
            }
        }

        return count;
    }

    /// <summary>Numbers the different hashes as they first occur, -1 for those that link nothing; gives them in this order.</summary>
    internal static Hash256[] OfHashes(Report[] reports, LinkRules rules, int[] hashes)
    {
        Dictionary<Hash256, int> byHash = new(hashes.Length);
        List<Hash256> codes = [];
        var number = 0;
        foreach (var report in reports)
        {
            foreach (var item in report.Items)
            {
                hashes[number++] = item.Pdq is { } hash && rules.MayLink(hash, item.Quality) ? NumberOf(hash, byHash, codes) : -1;
            }
        }

        return [.. codes];
    }

    static int BytesOf(ReportItem item, Dictionary<ContentDigest, int> byDigest, ref int count)
    {
        if (item.Digests.Count == 1)
        {
            // As nearly all have one: one look instead of two.
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(byDigest, item.Digests[0], out var exists);
            return exists ? known : known = count++;
        }

        var bytes = -1;
        for (var i = 0; i < item.Digests.Count && bytes < 0; i++)
        {
            bytes = byDigest.TryGetValue(item.Digests[i], out var known) ? known : -1;
        }

        bytes = bytes < 0 && item.Digests.Count > 0 ? count++ : bytes;
        foreach (var digest in item.Digests)
        {
            byDigest.TryAdd(digest, bytes);
        }

        return bytes;
    }

    static int NumberOf(Hash256 hash, Dictionary<Hash256, int> byHash, List<Hash256> codes)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(byHash, hash, out var exists);
        if (!exists)
        {
            number = codes.Count;
            codes.Add(hash);
        }

        return number;
    }
}
