using System.Collections.Concurrent;
using HashMatch.Imaging.Pixels;

namespace HashMatch.Imaging.Tests;

public sealed class PixelBlocksTests
{
    const int Length = 3_700_001;

    [Fact]
    public void A_block_given_back_serves_the_next_picture_of_about_that_size()
    {
        var blocks = new PixelBlocks(maxIdle: 0x1000000);
        var block = blocks.Rent(Length);
        blocks.Return(block, Length);
        var again = blocks.Rent(Length + 1000);
        var other = blocks.Rent(Length);
        Assert.Equal(block, again);
        Assert.NotEqual(again, other);
        blocks.Return(again, Length + 1000);
        blocks.Return(other, Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData((1 << 20) - 1)]
    [InlineData(1 << 20)]
    [InlineData((1 << 20) + 1)]
    [InlineData(36_578_304)]
    [InlineData(int.MaxValue)]
    public void A_block_is_large_enough_and_at_most_a_quarter_too_large(int length)
    {
        var size = PixelBlocks.SizeFor(length);
        Assert.InRange(size, Math.Max(length, 1), Math.Max(length, 1) * 5L / 4);
    }

    [Fact]
    public void What_lies_idle_is_bounded()
    {
        var blocks = new PixelBlocks(maxIdle: 10_000_000);
        foreach (var block in Enumerable.Range(0, 6).Select(_ => blocks.Rent(Length)).ToArray())
        {
            blocks.Return(block, Length);
            Assert.InRange(blocks.IdleBytes, 1, 10_000_000);
        }

        blocks.Return(blocks.Rent(20_000_000), 20_000_000);
        Assert.InRange(blocks.IdleBytes, 1, 10_000_000);
    }

    [Fact]
    public void Every_block_out_at_once_is_another()
    {
        var blocks = new PixelBlocks(maxIdle: 5_000_000);
        var rented = new ConcurrentDictionary<nint, int>();
        Parallel.For(0, 2000, i =>
        {
            var length = (1 << 20) + (i % 7 * 300_000);
            var block = blocks.Rent(length);
            Assert.True(rented.TryAdd(block, i));
            Assert.True(rented.TryRemove(block, out _));
            blocks.Return(block, length);
        });
    }
}
