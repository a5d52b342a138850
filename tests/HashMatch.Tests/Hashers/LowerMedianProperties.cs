using FsCheck.Xunit;
using HashMatch.Hashers.Transforms;

namespace HashMatch.Tests.Hashers;

/// <summary>The lower median is what sorting would find.</summary>
public sealed class LowerMedianProperties
{
    [Property]
    public void It_is_the_128th_smallest(int seed, byte distinct)
    {
        // Few distinct values make ties, zeros of both signs among them.
        var random = new Random(seed);
        var values = new float[256];
        foreach (ref var value in values.AsSpan())
        {
            value = distinct < 64 ? random.Next(-distinct, distinct + 1) * -0.5f : (random.NextSingle() - 0.5f) * 1e6f;
        }

        Assert.Equal(values.Order().ElementAt(127), LowerMedian.Of(values));
    }

    [Fact]
    public void Extreme_values_keep_their_order()
    {
        var values = new float[256];
        values.AsSpan(0, 127).Fill(float.MinValue);
        values[127] = -float.Epsilon;
        values.AsSpan(128).Fill(float.MaxValue);
        Assert.Equal(-float.Epsilon, LowerMedian.Of(values));
    }
}
