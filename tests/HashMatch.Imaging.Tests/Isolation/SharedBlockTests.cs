using HashMatch.Imaging.Isolation;

namespace HashMatch.Imaging.Tests.Isolation;

public sealed class SharedBlockTests : IDisposable
{
    static readonly WorkerLimits s_limits = WorkerLimits.For(DecodeOptions.Default, null, 100 << 20, 50_000_000);

    readonly SharedBlock _block;

    public SharedBlockTests()
    {
        Assert.SkipUnless(IsolatedDecoder.IsSupported, "Decoding in worker processes needs Linux.");
        _block = SharedBlock.Create(s_limits);
    }

    public void Dispose() => _block.Dispose();

    [Fact]
    public void Both_sides_see_the_same_bytes()
    {
        using var other = SharedBlock.Open(Environment.ProcessId, _block.Descriptor, s_limits);
        _block.FileOf(3)[2] = 7;
        other.PixelsAt(1000, 2)[1] = 9;
        Assert.Equal(7, other.FileMemoryOf(3).Span[2]);
        Assert.Equal(9, _block.PixelsAt(1000, 2)[1]);
    }

    [Fact]
    public void Nobody_can_cut_it_which_would_end_whoever_looks_at_it()
    {
        using var file = File.Open($"/proc/self/fd/{_block.Descriptor}", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        Assert.ThrowsAny<SystemException>(() => file.SetLength(4096));
        Assert.ThrowsAny<SystemException>(() => file.SetLength(file.Length + 4096));
    }

    [Fact]
    public void What_a_large_picture_needed_is_given_back()
    {
        _block.PixelsAt(0, 200 << 20).Fill(1);
        _block.Trim();
        Assert.Equal(1, _block.PixelsAt(0, 1)[0]);
        Assert.Equal(0, _block.PixelsAt(199 << 20, 1)[0]);
    }

    [Fact]
    public void Pixels_lie_within_it()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _block.PixelsAt(s_limits.PixelBytes - 1, 2).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => _block.PixelsAt(-1, 2).Length);
    }
}
