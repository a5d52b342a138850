using HashMatch.Hashers;
using HashMatch.Hashers.Transforms;

namespace HashMatch.Tests.Hashers;

/// <summary>The four small hashes against what Pillow, SciPy and blockhash-core make of the same pixels: no bit differs.</summary>
public sealed class SmallHashGoldenTests
{
    public static TheoryData<string> Kernels => [.. PixelKernels.Available.Select(kernel => kernel.Name)];

    [Fact]
    public void The_table_is_complete() => Assert.Equal(201, SmallHashGolden.All.Length);

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Every_hash_is_that_of_the_reference(string name)
    {
        var kernel = PixelKernels.Available.Single(kernel => kernel.Name == name);
        var (phash, dhash, ahash, blockhash) =
            (new DctHasher(kernel), new DifferenceHasher(kernel), new AverageHasher(kernel), new BlockHasher(kernel));
        foreach (var golden in SmallHashGolden.All)
        {
            var pixels = new PixelView(golden.Picture.Pixels(), golden.Picture.Width, golden.Picture.Height, PixelLayout.Rgb24);
            Assert.Equal(golden, new SmallHashGolden(
                golden.Picture, phash.Hash(pixels), dhash.Hash(pixels), ahash.Hash(pixels), blockhash.Hash(pixels)));
        }
    }
}
