using System.Globalization;
using System.Numerics;
using HashMatch.Hashes;
using HashMatch.Matching;
using HashMatch.Triage.Reports;

namespace HashMatch.Benchmarks.Triage;

/// <summary>Reports of random hashes, the same for the same seed: half of the items are copies, and some contents go round far more than others.</summary>
/// <remarks>Of the items, an eighth come near an entry of the known list, half near an earlier item, the rest are new.</remarks>
sealed class SyntheticReports(int seed)
{
    const int KnownEntries = 10_000;
    const int MostDistance = 24;

    static readonly DateTimeOffset s_start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly string[] s_labels = ["severity-1", "severity-2", "severity-3", "A", "B"];

    readonly Random _random = new(seed);
    readonly List<Hash256> _known = [];
    readonly List<Hash256> _seen = [];

    /// <summary>The list that some of the items match; ask for it first.</summary>
    internal KnownList CreateList()
    {
        KnownList list = new("bench", ListRole.Known, "1");
        for (var i = 0; i < KnownEntries; i++)
        {
            _known.Add(Draw());
            list.Add(new KnownEntry(string.Create(CultureInfo.InvariantCulture, $"k-{i}"), _known[i], [], [s_labels[i % s_labels.Length]]));
        }

        return list;
    }

    /// <summary>The next report of so many items.</summary>
    internal Report Next(int number, int items)
    {
        var received = s_start + TimeSpan.FromSeconds(number * 80L);
        return new Report
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"r-{number:0000000}"),
            Source = Name("hub", 12),
            Jurisdiction = Name("J", 6),
            Submitter = Name("desk", 200),
            IncidentType = Name("type", 5),
            IncidentTime = received - TimeSpan.FromHours(_random.Next(200)),
            ReceivedTime = received,
            Escalated = _random.Next(50) == 0,
            Accounts = _random.Next(4) == 0 ? [] : [Name("account", 60_000)],
            Items = [.. Enumerable.Range(0, items).Select(_ => NextItem())],
        };
    }

    ReportItem NextItem()
    {
        var hash = _random.Next(8) switch
        {
            0 => Near(_known[_random.Next(_known.Count)]),
            // The cube of an even number in 0..1: early contents go round far more often.
            <= 4 when _seen.Count > 0 => Near(_seen[(int)(Math.Pow(_random.NextDouble(), 3) * _seen.Count)]),
            _ => New(),
        };
        return new ReportItem
        {
            Pdq = hash,
            Quality = 60 + _random.Next(40),
            Digests = [ContentDigest.Compute(DigestKind.Md5, BitConverter.GetBytes(_random.NextInt64()))],
            Place = _random.Next(5) == 0 ? Name("place", 5_000) : null,
            Device = _random.Next(5) == 0 ? Name("device", 40_000) : null,
        };
    }

    Hash256 New()
    {
        _seen.Add(Draw());
        return _seen[^1];
    }

    string Name(string kind, int count) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{_random.Next(count)}");

    /// <summary>Half of its bits ones, as in those of pictures.</summary>
    Hash256 Draw()
    {
        var (a, b) = ((ulong)_random.NextInt64() ^ ((ulong)_random.NextInt64() << 1), (ulong)_random.NextInt64() ^ ((ulong)_random.NextInt64() << 1));
        return new Hash256(a, BitOperations.RotateLeft(~a, 17), b, BitOperations.RotateLeft(~b, 23));
    }

    /// <summary>As many ones go as come, so that the hash stays balanced.</summary>
    Hash256 Near(Hash256 hash)
    {
        var (w0, w1) = (hash.W0, hash.W1);
        for (var flips = _random.Next((MostDistance / 2) + 1); flips > 0; flips--)
        {
            var bit = 1UL << _random.Next(64);
            (w0, w1) = ((w0 & bit) != 0 && (w1 & bit) == 0) || ((w0 & bit) == 0 && (w1 & bit) != 0) ? (w0 ^ bit, w1 ^ bit) : (w0, w1);
        }

        return hash with { W0 = w0, W1 = w1 };
    }
}
