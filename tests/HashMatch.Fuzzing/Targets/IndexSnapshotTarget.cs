using HashMatch.Hashes;
using HashMatch.Indexes;
using HashMatch.Storage;
using HashMatch.Tests.Shared;

namespace HashMatch.Fuzzing.Targets;

/// <summary>An index in a file: with slot tables, without, and of the other width.</summary>
sealed class IndexSnapshotTarget : SnapshotTarget
{
    const int LeastRowsForSlots = 12_000;

    readonly Hash256 _stored = DrawnHash.Of(new Random(1));

    internal IndexSnapshotTarget() => Seeds = [Small(), Small(), Small(), Narrow(), Narrow(), Slots()];

    internal override string Name => "index-snapshot";

    internal override IReadOnlyList<byte[]> Seeds { get; }

    protected override string Use(string path, Random random)
    {
        var verify = random.Next(2) == 0;
        return random.Next(4) == 0
            ? Search(IndexSnapshot<Hash64>.Open(path, verify), new Hash64(_stored.W0))
            : Search(IndexSnapshot<Hash256>.Open(path, verify), _stored);
    }

    static string Search<THash>(IndexSnapshot<THash> snapshot, THash query)
        where THash : struct, IHash<THash>
    {
        List<SearchHit> hits = [];
        var found = 0;
        foreach (var radius in new[] { 0, THash.BitCount / 8, THash.BitCount })
        {
            snapshot.Index.SearchRadius(query, radius, hits);
            Law.Require(hits.TrueForAll(hit => hit.Distance >= 0 && hit.Distance <= radius), "No hit lies beyond the radius.");
            found += Math.Min(2, hits.Count);
        }

        snapshot.Index.SearchNearest(query, 5, hits);
        var named = hits.Count(hit => snapshot.NameOf(hit.Id) is not null);
        snapshot.Index.Add(query, 7);
        snapshot.Index.Remove(3);
        snapshot.Index.SearchRadius(query, 0, hits);
        Law.Require(hits.Exists(hit => hit.Id == 7), "What is added is found.");
        return $"{THash.BitCount} {found} {named} {Math.Min(3, snapshot.Index.Count)} {snapshot.Profile.Length}";
    }

    byte[] Small() => Save(path => IndexSnapshot<Hash256>.Save(Index(200, DrawnHash.Of), path, "pdq-1", [.. Enumerable.Range(0, 200).Select(i => $"a/{i}.jpg")]));

    byte[] Narrow() => Save(path => IndexSnapshot<Hash64>.Save(Index(200, random => new Hash64((ulong)random.NextInt64())), path, "phash-1"));

    byte[] Slots() => Save(path => IndexSnapshot<Hash256>.Save(Index(LeastRowsForSlots, DrawnHash.Of), path, "pdq-1"));

    static HashIndex<THash> Index<THash>(int count, Func<Random, THash> draw)
        where THash : struct, IHash<THash>
    {
        Random random = new(1);
        HashIndex<THash> index = new();
        for (var i = 0; i < count; i++)
        {
            index.Add(draw(random), i);
        }

        return index;
    }
}
