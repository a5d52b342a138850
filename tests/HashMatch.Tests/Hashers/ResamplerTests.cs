using FsCheck.Xunit;
using HashMatch.Hashers;
using HashMatch.Hashers.Transforms;

namespace HashMatch.Tests.Hashers;

/// <summary>The streamed resize against the plain definition: whole planes, one weight a sine.</summary>
public sealed class ResamplerTests
{
    /// <summary>Sides around every limit: one pixel, lanes, batches, strips, blocks of columns, larger than the result.</summary>
    public static TheoryData<int, int> OddShapes =>
        new()
        {
            { 1, 1 }, { 1, 7 }, { 7, 1 }, { 8, 8 }, { 9, 8 }, { 15, 17 }, { 31, 33 }, { 32, 32 }, { 33, 31 }, { 255, 256 },
            { 256, 257 }, { 257, 255 }, { 1000, 3 }, { 3, 1000 }, { 1, 60000 }, { 60000, 1 }, { 16384, 20 }, { 16385, 20 },
            { 33000, 9 }, { 600, 514 },
        };

    [Theory]
    [MemberData(nameof(OddShapes))]
    public void Odd_shapes_are_resized_as_defined(int width, int height) => AssertAsDefined(
        TestPicture.Random(width, height, PixelLayout.Rgb24, seed: width + height));

    [Property(MaxTest = 50)]
    public void Pictures_are_resized_as_defined(int seed, ushort width, ushort height, bool grey) => AssertAsDefined(
        TestPicture.Random(1 + (width % 600), 1 + (height % 600), grey ? PixelLayout.Grey8 : PixelLayout.Rgb24, seed));

    [Fact]
    public void A_picture_of_the_size_asked_for_stays_as_it_is()
    {
        var picture = TestPicture.Random(32, 32, PixelLayout.Grey8, seed: 1);
        var result = new byte[32 * 32];
        Resampler.Resize(PixelKernels.Default, picture.View, 32, result);
        Assert.Equal(picture.Pixels, result);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(32)]
    public void Weights_carried_by_rotation_are_those_of_a_sine_each(int outputs)
    {
        foreach (var length in (int[])[1, 2, 5, 8, 9, 31, 32, 33, 100, 257, 512, 640, 1000, 1004, 1600, 3024, 4032, 9999, 65535])
        {
            for (var output = 0; output < outputs; output++)
            {
                var window = new LanczosWindow(length, outputs, output);
                var (start, expected) = LanczosDefinition.Weights(length, outputs, output);
                var weights = new int[window.End - window.Start];
                window.CopyTo(window.Start, weights);
                Assert.Equal(start, window.Start);
                Assert.True(expected.AsSpan().SequenceEqual(weights), $"{length} to {outputs}, output {output}");
            }
        }
    }

    static void AssertAsDefined(TestPicture picture)
    {
        foreach (var (width, height) in ((int, int)[])[(32, 32), (9, 8), (8, 8)])
        {
            var actual = new byte[width * height];
            SoiledPool.SoilShorts();
            Resampler.Resize(PixelKernels.Default, picture.View, width, actual);
            Assert.True(LanczosDefinition.Resize(picture, width, height).AsSpan().SequenceEqual(actual), $"{picture} to {width}x{height}");
        }
    }
}
