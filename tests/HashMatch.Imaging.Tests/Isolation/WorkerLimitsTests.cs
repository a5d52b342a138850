using HashMatch.Imaging.Isolation;

namespace HashMatch.Imaging.Tests.Isolation;

public class WorkerLimitsTests
{
    const int Page = 4096;

    static readonly DecodeOptions s_endless = DecodeOptions.Default with { MaxPixels = long.MaxValue, MaxBytes = long.MaxValue };

    [Theory]
    [InlineData(1, 25)]
    [InlineData(33 << 20, 17_000_000)]
    [InlineData(256 << 20, 100_000_000)]
    public void There_is_room_in_whole_pages_for_the_file_and_for_what_decoding_holds(int file, int pixels)
    {
        var limits = WorkerLimits.For(DecodeOptions.Default, null, file, pixels);

        Assert.InRange(limits.FileBytes, file, DecodeOptions.Default.MaxBytes);
        Assert.InRange(limits.PixelBytes, 8L * pixels, (8 * DecodeOptions.Default.MaxPixels) + Page);
        Assert.Equal((0, 0), (limits.FileBytes % Page, limits.PixelBytes % Page));
    }

    [Fact]
    public void Limits_as_large_as_a_number_gets_do_not_wrap()
    {
        var limits = WorkerLimits.For(s_endless, null, Failures.MostBytes, int.MaxValue / 3);

        Assert.InRange(limits.FileBytes, Failures.MostBytes, 1L << 31);
        Assert.InRange(limits.PixelBytes, 8L * (int.MaxValue / 3), 1L << 35);
        Assert.InRange(limits.ManagedBytes, 1, 1L << 33);
        Assert.InRange(limits.NativeBytes, 1, 1L << 36);
    }

    [Fact]
    public void A_worker_does_for_less_room_and_for_no_other_memory()
    {
        var small = WorkerLimits.For(DecodeOptions.Default, null, 1, 25);
        var large = WorkerLimits.For(DecodeOptions.Default, null, 100 << 20, 50_000_000);

        Assert.True(small.Covers(small) && large.Covers(small));
        Assert.False(small.Covers(large));
        Assert.False(large.Covers(small with { NativeBytes = small.NativeBytes - 1 }));
        Assert.False(large.Covers(small with { ManagedBytes = small.ManagedBytes - 1 }));
    }
}
