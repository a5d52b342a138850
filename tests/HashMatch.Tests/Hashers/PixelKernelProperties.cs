using FsCheck.Xunit;
using HashMatch.Hashers;
using HashMatch.Hashers.Transforms;

namespace HashMatch.Tests.Hashers;

/// <summary>Every pixel kernel gives the numbers of the scalar one, whatever the sides.</summary>
public sealed class PixelKernelProperties
{
    static readonly ScalarPixelKernel s_oracle = new();

    [Property(MaxTest = 100)]
    public void Every_kernel_makes_the_same_luma(int seed, ushort length, bool grey)
    {
        var layout = grey ? PixelLayout.Grey8 : PixelLayout.Rgb24;
        var pixels = new byte[(length % 300) * (int)layout];
        new Random(seed).NextBytes(pixels);
        var expected = new short[pixels.Length / (int)layout];
        s_oracle.ToLuma(pixels, layout, expected);
        foreach (var kernel in PixelKernels.Available)
        {
            var actual = new short[expected.Length];
            kernel.ToLuma(pixels, layout, actual);
            Assert.Equal(expected, actual);
        }
    }

    [Fact]
    public void Every_kernel_makes_the_same_luma_of_every_colour_of_the_cube_edges()
    {
        byte[] values = [0, 1, 2, 3, 126, 127, 128, 129, 252, 253, 254, 255];
        byte[] pixels = [.. from red in values from green in values from blue in values from channel in (byte[])[red, green, blue] select channel];
        var expected = new short[pixels.Length / 3];
        s_oracle.ToLuma(pixels, PixelLayout.Rgb24, expected);
        foreach (var kernel in PixelKernels.Available)
        {
            var actual = new short[expected.Length];
            kernel.ToLuma(pixels, PixelLayout.Rgb24, actual);
            Assert.Equal(expected, actual);
        }
    }

    [Property(MaxTest = 100)]
    public void Every_kernel_adds_bytes_alike(int seed, ushort length)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        Assert.All(PixelKernels.Available, kernel => Assert.Equal(s_oracle.SumOf(bytes), kernel.SumOf(bytes)));
    }

    [Fact]
    public void Sums_of_many_bytes_do_not_overflow()
    {
        var bytes = new byte[20_000_003];
        Array.Fill(bytes, byte.MaxValue);
        Assert.All(PixelKernels.Available, kernel => Assert.Equal(255L * bytes.Length, kernel.SumOf(bytes)));
    }

    [Property(MaxTest = 100)]
    public void Every_kernel_resizes_alike(int seed, ushort width, ushort height, bool grey, byte size)
    {
        var picture = TestPicture.Random(
            1 + (width % 700), 1 + (height % 700), grey ? PixelLayout.Grey8 : PixelLayout.Rgb24, seed);
        var columns = 1 + (size % 32);
        var expected = new byte[columns * 8];
        Resampler.Resize(s_oracle, picture.View, columns, expected);
        foreach (var kernel in PixelKernels.Available)
        {
            var actual = new byte[expected.Length];
            SoiledPool.SoilShorts();
            Resampler.Resize(kernel, picture.View, columns, actual);
            Assert.True(expected.AsSpan().SequenceEqual(actual), $"{kernel}, {picture} to {columns}x8");
        }
    }
}
