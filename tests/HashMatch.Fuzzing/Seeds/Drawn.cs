using HashMatch.Hashes;
using HashMatch.Matching;

namespace HashMatch.Fuzzing.Seeds;

/// <summary>Hashes and entries at random, the same in every run.</summary>
static class Drawn
{
    /// <summary>A hash of which half the bits are ones, as in those of pictures.</summary>
    internal static Hash256 Hash(Random random)
    {
        var (a, b) = ((ulong)random.NextInt64(), (ulong)random.NextInt64());
        return new Hash256(a, ~a, b, ~b);
    }

    internal static ContentDigest Digest(DigestKind kind, int of) => ContentDigest.Compute(kind, BitConverter.GetBytes(of));

    internal static KnownList List(string name, int count, int seed)
    {
        Random random = new(seed);
        KnownList list = new(name, ListRole.Known, "1", 31, "pdq-1");
        for (var i = 0; i < count; i++)
        {
            list.Add(new KnownEntry($"k-{i}", i % 5 == 4 ? null : Hash(random), [.. Enum.GetValues<DigestKind>().Where(kind => (i + (int)kind) % 3 == 0).Select(kind => Digest(kind, i))], i % 2 == 0 ? ["A"] : ["B", "severity-1"]));
        }

        return list;
    }
}
