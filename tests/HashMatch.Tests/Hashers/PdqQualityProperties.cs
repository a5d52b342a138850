using FsCheck.Xunit;
using HashMatch.Hashers.Transforms;

namespace HashMatch.Tests.Hashers;

/// <summary>Quality, against its definition one pixel at a time.</summary>
public sealed class PdqQualityProperties
{
    [Property]
    public void It_is_the_sum_of_cut_steps_in_ninetieths(int seed, byte contrast)
    {
        var random = new Random(seed);
        var block = new float[PdqKernel.BlockLength];
        foreach (ref var value in block.AsSpan())
        {
            value = random.NextSingle() * contrast / 16;
        }

        Assert.Equal(Naive(block), PdqQuality.Of(block));
    }

    [Fact]
    public void It_lies_between_0_for_flat_and_100_for_stripes()
    {
        var block = new float[PdqKernel.BlockLength];
        Assert.Equal(0, PdqQuality.Of(block));
        for (var i = 0; i < block.Length; i += 2)
        {
            block[i] = 255;
        }

        Assert.Equal(100, PdqQuality.Of(block));
    }

    static int Naive(float[] block)
    {
        var sum = 0;
        for (var i = 0; i < 64; i++)
        {
            for (var j = 0; j < 64; j++)
            {
                sum += i < 63 ? Step(block[(64 * i) + j], block[(64 * (i + 1)) + j]) : 0;
                sum += j < 63 ? Step(block[(64 * i) + j], block[(64 * i) + j + 1]) : 0;
            }
        }

        return Math.Min(100, sum / 90);
    }

    static int Step(float from, float to) => Math.Abs((int)((from - to) * 100f / 255f));
}
