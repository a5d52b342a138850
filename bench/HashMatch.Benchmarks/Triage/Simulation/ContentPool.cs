using System.Globalization;
using HashMatch.Benchmarks.Indexes;
using HashMatch.Hashes;
using HashMatch.Matching;
using HashMatch.Triage.Reports;

namespace HashMatch.Benchmarks.Triage.Simulation;

/// <summary>All contents, the lists some of them are on, and items that show them.</summary>
sealed class ContentPool
{
    const int KnownEntries = 5_000;
    const int IgnoredEntries = 200;
    const int MostNoise = 20;

    static readonly string[] s_labels = ["severity-1", "severity-2", "severity-3", "A", "B"];

    readonly RandomBits _random;
    readonly SyntheticHashes _hashes;
    int _contents;
    int _files;

    internal ContentPool(RandomBits random)
    {
        _random = random;
        _hashes = new SyntheticHashes(random);
        Known = List(KnownEntries, new KnownList("known", ListRole.Known, "1"), number => s_labels[number % s_labels.Length]);
        Ignored = List(IgnoredEntries, new KnownList("stock", ListRole.Ignore, "1"), _ => null);
    }

    internal (KnownList List, SyntheticContent[] Contents) Known { get; }

    internal (KnownList List, SyntheticContent[] Contents) Ignored { get; }

    /// <summary>A content nobody has seen, of a planted group or of none.</summary>
    internal SyntheticContent New(int group = -1) => New(_hashes.Next()) with { Group = group };

    /// <summary>Another content whose hash comes so near to that of one.</summary>
    internal SyntheticContent Resembling(SyntheticContent content, int bits) => New(_hashes.Altered(content.Hash, bits));

    /// <summary>The original file, or a copy that differs in some bits; most differ in few.</summary>
    internal PlantedItem Copy(SyntheticContent content, int mostNoise = MostNoise)
    {
        var isSameFile = _random.Unit() < 0.4;
        var noise = (int)(Math.Pow(_random.Unit(), 2) * ((mostNoise / 2) + 1)) * 2;
        return isSameFile ? Item(content, content.Hash, -content.Number) : Item(content, _hashes.Altered(content.Hash, noise), ++_files);
    }

    /// <summary>A copy that resembles another content as well, though less.</summary>
    internal PlantedItem CopyTowards(SyntheticContent content, SyntheticContent other, int bits) =>
        Item(content, _hashes.Between(content.Hash, other.Hash, bits), ++_files);

    /// <summary>The original.</summary>
    internal PlantedItem Original(SyntheticContent content) => Item(content, content.Hash, -content.Number);

    SyntheticContent New(Hash256 hash, string? label = null, bool isListed = false) => new(++_contents, hash, label, IsListed: isListed);

    PlantedItem Item(SyntheticContent content, Hash256 hash, int file) => new(content, new ReportItem
    {
        Pdq = hash,
        Quality = 50 + _random.Below(51),
        Digests = [ContentDigest.Compute(DigestKind.XxHash128, BitConverter.GetBytes(file))],
    });

    (KnownList List, SyntheticContent[] Contents) List(int entries, KnownList list, Func<int, string?> labelOf)
    {
        var contents = new SyntheticContent[entries];
        for (var i = 0; i < entries; i++)
        {
            contents[i] = New(_hashes.Next(), labelOf(i), isListed: true);
            list.Add(new KnownEntry(string.Create(CultureInfo.InvariantCulture, $"e-{i}"), contents[i].Hash, [], labelOf(i) is { } label ? [label] : []));
        }

        return (list, contents);
    }
}
