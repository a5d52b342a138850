using HashMatch.Distance;
using HashMatch.Distance.Kernels;

namespace HashMatch.Tests.Distance;

public sealed class HammingKernelsTests
{
    [Fact]
    public void The_fastest_comes_first_and_the_one_that_runs_everywhere_last()
    {
        string[] order = ["avx512", "avx2", "vector128", "scalar"];
        var names = HammingKernels.Available.Select(kernel => kernel.Name).ToArray();

        Assert.Equal(order.Where(names.Contains), names);
        Assert.Equal("scalar", names[^1]);
    }

    [Fact]
    public void Each_can_be_forced_by_its_name()
    {
        Assert.All(HammingKernels.Available, kernel => Assert.Same(kernel, HammingKernels.Choose(kernel.Name)));
        Assert.Same(HammingKernels.Available[0], HammingKernels.Choose(null));
        Assert.Same(HammingKernels.Available[0], HammingKernels.Choose(""));
    }

    [Fact]
    public void Other_families_go_with_the_one_in_use()
    {
        string[] all = ["avx512", "avx2", "vector128", "scalar"];
        string[] few = ["scalar"];

        Assert.Equal(HammingKernels.Default.Name, HammingKernels.Matching(all, name => name));
        Assert.Equal("scalar", HammingKernels.Matching(few, name => name));
    }

    [Theory]
    [InlineData("sse9")]
    [InlineData("AVX2")]
    [InlineData(" scalar")]
    public void An_unknown_name_is_refused_with_the_names_there_are(string name)
    {
        var exception = Assert.Throws<KernelUnavailableException>(() => HammingKernels.Choose(name));

        Assert.Contains($"'{name}' is unknown", exception.Message, StringComparison.Ordinal);
        Assert.Contains("scalar", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("avx512")]
    [InlineData("avx2")]
    [InlineData("vector128")]
    public void A_known_name_that_does_not_run_here_is_refused_for_that_reason(string name)
    {
        Assert.SkipWhen(HammingKernels.Available.Any(kernel => kernel.Name == name), $"This machine runs {name}.");

        var exception = Assert.Throws<KernelUnavailableException>(() => HammingKernels.Choose(name));

        Assert.Contains("does not offer", exception.Message, StringComparison.Ordinal);
    }
}
