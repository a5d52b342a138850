using System.Runtime.InteropServices;
using FsCheck.Xunit;
using HashMatch.Hashers;
using HashMatch.Hashers.Transforms;

namespace HashMatch.Tests.Hashers;

/// <summary>Every kernel gives the bits of the scalar one, whatever the sides.</summary>
public sealed class PdqKernelProperties
{
    static readonly ScalarPdqKernel s_oracle = new();

    /// <summary>Sides around every limit: tiles, batches, windows, samples, and shapes all of one side.</summary>
    public static TheoryData<int, int> OddShapes =>
        new()
        {
            { 5, 5 }, { 5, 6 }, { 6, 5 }, { 15, 17 }, { 16, 16 }, { 17, 15 }, { 31, 33 }, { 64, 64 }, { 127, 128 },
            { 128, 129 }, { 129, 257 }, { 256, 256 }, { 257, 255 }, { 5, 300 }, { 300, 5 }, { 2047, 16 }, { 16, 2049 },
            { 5, 65000 }, { 65000, 5 }, { 4096, 130 }, { 1023, 1025 },
        };

    [Property(MaxTest = 150)]
    public void Every_kernel_reduces_pixels_to_the_bits_of_the_scalar_one(int seed, byte width, byte height, bool grey)
    {
        var picture = TestPicture.Random(5 + width, 5 + height, grey ? PixelLayout.Grey8 : PixelLayout.Rgb24, seed);
        AssertSameBits(new LumaInput(picture.View, HashProfile.Pdq1), picture.ToString());
    }

    [Property(MaxTest = 100)]
    public void Every_kernel_reduces_luma_to_the_bits_of_the_scalar_one(int seed, byte width, byte height)
    {
        var (columns, rows) = (5 + width, 5 + height);
        var random = new Random(seed);
        var luma = new float[columns * rows];
        foreach (ref var value in luma.AsSpan())
        {
            value = random.NextSingle() * 255;
        }

        AssertSameBits(new LumaInput(new LumaPlane(luma, columns, rows), HashProfile.Pdq1), $"{columns}x{rows} seed {seed}");
    }

    [Property(MaxTest = 10)]
    public void Every_kernel_steps_large_pictures_to_the_bits_of_the_scalar_one(int seed, byte width, byte height, bool grey)
    {
        var picture = TestPicture.Random(400 + width, 400 + height, grey ? PixelLayout.Grey8 : PixelLayout.Rgb24, seed);
        AssertSameBits(new LumaInput(picture.View, HashProfile.Pdq512), picture.ToString());
    }

    [Theory]
    [MemberData(nameof(OddShapes))]
    public void Every_kernel_copes_with_odd_shapes(int width, int height)
    {
        foreach (var layout in (PixelLayout[])[PixelLayout.Grey8, PixelLayout.Rgb24])
        {
            var picture = TestPicture.Random(width, height, layout, seed: width + height);
            AssertSameBits(new LumaInput(picture.View, HashProfile.Pdq1), picture.ToString());
            AssertSameBits(new LumaInput(new LumaPlane(picture.Luma(), width, height), HashProfile.Pdq1), $"luma of {picture}");
        }
    }

    [Property(MaxTest = 100)]
    public void Every_kernel_transforms_to_the_bits_of_the_scalar_one(int seed)
    {
        var random = new Random(seed);
        var block = new float[PdqKernel.BlockLength];
        foreach (ref var value in block.AsSpan())
        {
            value = random.NextSingle() * 255;
        }

        var expected = new float[256];
        var actual = new float[256];
        s_oracle.Transform(block, expected);
        foreach (var kernel in PdqKernels.Available)
        {
            kernel.Transform(block, actual);
            Assert.True(HaveSameBits(expected, actual), $"{kernel}, seed {seed}");
        }
    }

    /// <remarks>The pool hands out what others left behind: a kernel must not read what it has not written.</remarks>
    static void AssertSameBits(LumaInput input, string what)
    {
        var expected = new float[PdqKernel.BlockLength];
        var actual = new float[PdqKernel.BlockLength];
        var expectedMirrored = new float[4 * PdqKernel.BlockLength];
        var actualMirrored = new float[4 * PdqKernel.BlockLength];
        s_oracle.Downsample(input, expected);
        s_oracle.DownsampleMirrored(input, expectedMirrored);
        Assert.True(HaveSameBits(expected, expectedMirrored.AsSpan(0, PdqKernel.BlockLength)), what);
        foreach (var kernel in PdqKernels.Available)
        {
            SoiledPool.Soil();
            kernel.Downsample(input, actual);
            Assert.True(HaveSameBits(expected, actual), $"{kernel}, {what}");
            SoiledPool.Soil();
            kernel.DownsampleMirrored(input, actualMirrored);
            Assert.True(HaveSameBits(expectedMirrored, actualMirrored), $"{kernel}, {what}, mirrored");
        }
    }

    static bool HaveSameBits(ReadOnlySpan<float> left, ReadOnlySpan<float> right) =>
        MemoryMarshal.AsBytes(left).SequenceEqual(MemoryMarshal.AsBytes(right));
}
