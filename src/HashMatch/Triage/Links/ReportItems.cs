using HashMatch.Hashes;
using HashMatch.Triage.Reports;
using HashMatch.Triage.Rules;

namespace HashMatch.Triage.Links;

/// <summary>The items of all reports, numbered through, and what tells whether two show the same.</summary>
sealed class ReportItems
{
    readonly int[] _starts;

    internal ReportItems(Report[] reports, LinkRules rules, int threads)
    {
        _starts = new int[reports.Length + 1];
        for (var report = 0; report < reports.Length; report++)
        {
            _starts[report + 1] = checked(_starts[report] + reports[report].Items.Count);
        }

        var (bytes, hashes) = (new int[_starts[^1]], new int[_starts[^1]]);
        var (sameBytes, codes) = (0, Array.Empty<Hash256>());
        Parallel.Invoke(new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => sameBytes = ItemNumbers.OfBytes(reports, bytes), () => codes = ItemNumbers.OfHashes(reports, rules, hashes));
        Near = NearContents.Find(codes, rules.Radius, threads);
        HashCount = codes.Length;
        SameBytes = Bearings(bytes, static (key, _) => (key, 0));
        NearHashes = Bearings(hashes, (hash, representatives) => (representatives[hash], codes[hash].DistanceTo(codes[representatives[hash]])));
        SameBytesCount = sameBytes;
        FirstBearers = FirstBearersOf(hashes);
        Contents = new ItemContents(_starts, ContentsOf(bytes, hashes, sameBytes));
    }

    /// <summary>Who has which bytes.</summary>
    internal List<Bearing> SameBytes { get; }

    /// <summary>How many different bytes there are, as far as digests tell.</summary>
    internal int SameBytesCount { get; }

    /// <summary>Who shows which content, by its perceptual hash; keys are the hashes that stand for contents.</summary>
    internal List<Bearing> NearHashes { get; }

    /// <summary>How many different hashes there are.</summary>
    internal int HashCount { get; }

    /// <summary>The contents of the hashes.</summary>
    internal NearContents Near { get; }

    /// <summary>For every hash the first item that has it.</summary>
    internal Bearing[] FirstBearers { get; }

    /// <summary>What each item shows: all that is kept of the items in the end.</summary>
    internal ItemContents Contents { get; }

    List<Bearing> Bearings(int[] keys, Func<int, int[], (int Key, int Distance)> find)
    {
        List<Bearing> bearings = new(keys.Length);
        for (var report = 0; report + 1 < _starts.Length; report++)
        {
            for (var item = _starts[report]; item < _starts[report + 1]; item++)
            {
                if (keys[item] >= 0)
                {
                    var (key, distance) = find(keys[item], Near.Representatives);
                    bearings.Add(new Bearing(key, report, item - _starts[report], distance));
                }
            }
        }

        return bearings;
    }

    Bearing[] FirstBearersOf(int[] hashes)
    {
        var first = new Bearing[HashCount];
        for (var report = _starts.Length - 2; report >= 0; report--)
        {
            for (var item = _starts[report + 1] - 1; item >= _starts[report]; item--)
            {
                if (hashes[item] >= 0)
                {
                    first[hashes[item]] = new Bearing(hashes[item], report, item - _starts[report], 0);
                }
            }
        }

        return first;
    }

    /// <summary>By its hash, or by that of the first item with the same bytes; else by its bytes.</summary>
    int[] ContentsOf(int[] bytes, int[] hashes, int sameBytes)
    {
        var hashOfBytes = new int[sameBytes];
        Array.Fill(hashOfBytes, -1);
        for (var item = bytes.Length - 1; item >= 0; item--)
        {
            if (bytes[item] >= 0 && hashes[item] >= 0)
            {
                hashOfBytes[bytes[item]] = hashes[item];
            }
        }

        var contents = new int[bytes.Length];
        for (var item = 0; item < contents.Length; item++)
        {
            var hash = hashes[item] >= 0 || bytes[item] < 0 ? hashes[item] : hashOfBytes[bytes[item]];
            contents[item] = hash >= 0 ? Near.Representatives[hash] : bytes[item] >= 0 ? HashCount + bytes[item] : -1;
        }

        return contents;
    }
}
