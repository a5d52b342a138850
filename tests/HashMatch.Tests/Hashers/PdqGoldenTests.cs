using HashMatch.Hashers;
using HashMatch.Hashers.Transforms;

namespace HashMatch.Tests.Hashers;

/// <summary>Every kernel against the reference's figures, stage by stage.</summary>
public sealed class PdqGoldenTests
{
    public static TheoryData<string> Kernels => [.. PdqKernels.Available.Select(kernel => kernel.Name)];

    [Fact]
    public void The_table_is_complete() => Assert.Equal(203, PdqGolden.All.Length);

    [Fact]
    public void The_cosines_are_the_references() => Assert.Equal(0x8d3ec966a1d83223, Fnv.Of(DctMatrix.Rows));

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Every_stage_has_the_bits_of_the_reference(string name)
    {
        var kernel = Kernel(name);
        var block = new float[PdqKernel.BlockLength];
        var coefficients = new float[256];
        foreach (var golden in PdqGolden.All)
        {
            var pixels = new PixelView(golden.Pixels(), golden.Width, golden.Height, PixelLayout.Rgb24);
            var input = new LumaInput(pixels, golden.Profile);
            var luma = new float[input.Width * input.Height];
            kernel.CopyLuma(input, luma);
            Assert.True(golden.LumaFnv == Fnv.Of(luma), $"luma of {golden}");
            if (golden.IsTooSmall)
            {
                continue;
            }

            kernel.Downsample(input, block);
            Assert.True(golden.DihedralBlockFnv == Fnv.Of(block), $"64x64 of {golden}");
            if ((input.Width, input.Height) == (64, 64))
            {
                luma.CopyTo(block, 0);
                Assert.True(golden.BlockFnv == Fnv.Of(block), $"unfiltered 64x64 of {golden}");
            }

            kernel.Transform(block, coefficients);
            Assert.True(golden.CoefficientsFnv == Fnv.Of(coefficients), $"frequencies of {golden}");
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Hash_and_quality_are_those_of_the_reference(string name)
    {
        foreach (var golden in PdqGolden.All)
        {
            var hasher = new PdqHasher(golden.Profile, Kernel(name));
            var result = hasher.Hash(new PixelView(golden.Pixels(), golden.Width, golden.Height, PixelLayout.Rgb24));
            Assert.Equal((golden.ToString(), golden.Hash, golden.Quality), (golden.ToString(), result.Hash, result.Quality));
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void The_eight_derived_hashes_are_those_of_the_reference(string name)
    {
        foreach (var golden in PdqGolden.All)
        {
            var hasher = new PdqHasher(golden.Profile, Kernel(name));
            var result = hasher.DeriveDihedral(new PixelView(golden.Pixels(), golden.Width, golden.Height, PixelLayout.Rgb24));
            for (var i = 0; i < PdqGolden.DihedralColumns.Length; i++)
            {
                var transform = PdqGolden.DihedralColumns[i];
                Assert.Equal((golden.ToString(), transform, golden.Dihedral[i]), (golden.ToString(), transform, result.Hashes[transform]));
            }
        }
    }

    static PdqKernel Kernel(string name) => PdqKernels.Available.Single(kernel => kernel.Name == name);
}
