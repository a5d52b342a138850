using FsCheck.Xunit;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Matching;
using HashMatch.Tests.Indexes;

namespace HashMatch.Tests.Matching;

/// <summary>Two pictures are as near whichever of them comes first.</summary>
public sealed class FormSymmetryProperties
{
    [Property(MaxTest = 300)]
    public void The_second_of_two_pictures_is_decided_the_same_in_either_order(int seed)
    {
        Random random = new(seed);
        var (left, right) = Draw(random);
        var options = MatchOptions.Default with { TrimmedRadius = random.Next(0, 35), ReviewBand = random.Next(0, 12), MaxImbalance = 128 };

        Assert.Equal(Second(left, right, options), Second(right, left, options));
    }

    [Fact]
    public void A_border_cut_off_the_earlier_picture_narrows_the_radius_as_one_cut_off_the_later()
    {
        Random random = new(1);
        var (clean, framed) = (DrawnHash.Of(random), DrawnHash.Of(random));
        HashForms bordered = new(new PdqResult(framed, 100), null, Trimmed(At(clean, 11)));
        var options = MatchOptions.Default with { TrimmedRadius = 10, MaxImbalance = 128 };

        Assert.Equal((Verdict.Uncertain, 11), Second(bordered, new HashForms(new PdqResult(clean, 100)), options));
        Assert.Equal((Verdict.Repeat, 11), Second(bordered, new HashForms(new PdqResult(clean, 100)), options with { TrimmedRadius = 11 }));
        Assert.Equal((Verdict.FirstGeneration, null), Second(bordered, new HashForms(new PdqResult(clean, 100)), options with { TrimmedRadius = 1 }));
    }

    static (Verdict Verdict, int? Distance) Second(HashForms first, HashForms second, MatchOptions options)
    {
        Deduplicator deduplicator = new([], options);
        deduplicator.Submit(new Sighting("first", first, 1, []));
        var decision = deduplicator.Submit(new Sighting("second", second, 2, []));
        return (decision.Verdict, decision.FirstGeneration?.Distance);
    }

    /// <summary>Two pictures, each with a border or without, that come near one another by some of their forms.</summary>
    static (HashForms Left, HashForms Right) Draw(Random random)
    {
        var shared = DrawnHash.Of(random);
        return (One(random, shared), One(random, At(shared, random.Next(0, 50))));
    }

    static HashForms One(Random random, Hash256 near) => random.Next(3) switch
    {
        0 => new HashForms(new PdqResult(near, 100)),
        1 => new HashForms(new PdqResult(DrawnHash.Of(random), 100), null, Trimmed(near)),
        _ => new HashForms(new PdqResult(near, 100), null, Trimmed(At(near, random.Next(0, 50)))),
    };

    static TrimmedHash Trimmed(Hash256 hash) => new(BorderKind.Letterbox, new PdqResult(hash, 100), null);

    static Hash256 At(Hash256 hash, int distance) => Enumerable.Range(0, distance).Aggregate(hash, HashArbitraries.Flip);
}
