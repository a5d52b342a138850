using HashMatch.Imaging.Pixels;

namespace HashMatch.Imaging.Tests;

public class NativePixelsTests
{
    [Fact]
    public void Memory_is_asked_for_and_given_back()
    {
        Assert.False(NativePixels.CanAllocate(long.MaxValue));
        // Together far more than any machine has.
        for (var i = 0; i < 100_000; i++)
        {
            Assert.True(NativePixels.CanAllocate(1 << 26));
        }
    }
}
