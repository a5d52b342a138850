using HashMatch.Hashes;
using HashMatch.Matching;
using HashMatch.Tests.Shared;

namespace HashMatch.Fuzzing.Seeds;

/// <summary>Digests and entries at random, the same in every run.</summary>
static class Drawn
{
    internal static ContentDigest Digest(DigestKind kind, int of) => ContentDigest.Compute(kind, BitConverter.GetBytes(of));

    internal static KnownList List(string name, int count, int seed)
    {
        Random random = new(seed);
        KnownList list = new(name, ListRole.Known, "1", 31, "pdq-1");
        for (var i = 0; i < count; i++)
        {
            list.Add(new KnownEntry($"k-{i}", i % 5 == 4 ? null : DrawnHash.Of(random), [.. Enum.GetValues<DigestKind>().Where(kind => (i + (int)kind) % 3 == 0).Select(kind => Digest(kind, i))], i % 2 == 0 ? ["A"] : ["B", "severity-1"]));
        }

        return list;
    }
}
