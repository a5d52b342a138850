using HashMatch.Imaging.Pixels;

namespace HashMatch.Imaging.Tests.Isolation;

public class PixelArenaTests
{
    const int Start = 1 << 16;

    readonly PixelArena _arena = new(Start, 1024);

    [Fact]
    public void Blocks_lie_one_behind_the_other_until_there_is_no_room()
    {
        Assert.True(_arena.TryRent(500, out var first));
        Assert.True(_arena.TryRent(512, out var second));
        Assert.False(_arena.TryRent(1, out _));
        Assert.Equal(Start, first);
        Assert.Equal(Start + 512, second);
    }

    [Fact]
    public void Room_is_used_again_once_all_behind_it_is_back()
    {
        _arena.TryRent(300, out var first);
        _arena.TryRent(300, out var second);
        Assert.True(_arena.TryReturn(first));
        Assert.False(_arena.TryRent(800, out _));
        Assert.True(_arena.TryReturn(second));
        Assert.True(_arena.TryRent(1024, out var whole));
        Assert.Equal(Start, whole);
    }

    [Fact]
    public void What_is_not_its_own_is_left_to_others()
    {
        Assert.False(_arena.TryReturn(Start - 1));
        Assert.False(_arena.TryReturn(Start + 1024));
    }
}
