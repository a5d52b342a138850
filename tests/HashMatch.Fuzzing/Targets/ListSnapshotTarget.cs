using HashMatch.Fuzzing.Seeds;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Matching;
using HashMatch.Tests.Shared;

namespace HashMatch.Fuzzing.Targets;

/// <summary>A known list in a file.</summary>
sealed class ListSnapshotTarget : SnapshotTarget
{
    readonly Hash256 _stored = DrawnHash.Of(new Random(1));

    internal ListSnapshotTarget() => Seeds =
    [
        Save(path => KnownListSnapshot.Save(Drawn.List("demo", 60, seed: 1), path, "origin"u8)),
        Save(path => KnownListSnapshot.Save(Drawn.List("demo", 600, seed: 1), path)), Save(path => KnownListSnapshot.Save(Drawn.List("d", 0, seed: 1), path)),
    ];

    internal override string Name => "list-snapshot";

    internal override IReadOnlyList<byte[]> Seeds { get; }

    protected override string Use(string path, Random random)
    {
        var list = KnownListSnapshot.Open(path, verify: random.Next(2) == 0).List;
        Deduplicator deduplicator = new([list]);
        var decision = deduplicator.Submit(new Sighting("a", new PdqResult(_stored, 100), 4, [.. Enum.GetValues<DigestKind>().Select(kind => Drawn.Digest(kind, 3))]));
        list.ComputeFingerprint();
        var (labels, ids) = (list.Entries.Sum(entry => entry.Labels.Count), list.Entries.Sum(entry => entry.Id.Length));
        return $"{decision.Verdict} {Math.Min(3, decision.Matches.Count)} {Math.Min(3, list.HashCount)} {labels} {ids} {list.Role} {list.DigestKinds.Count} {list.Radius is null} {list.Name.Length}";
    }
}
