using FsCheck.Xunit;
using HashMatch.Hashers.Transforms;

namespace HashMatch.Tests.Hashers;

/// <summary>Stretches cover their axis, and from sixteen pixels on every block gets a sixteenth of it.</summary>
public sealed class BlockStretchProperties
{
    [Property(MaxTest = 500)]
    public void Stretches_follow_one_another_from_end_to_end(ushort sides)
    {
        var length = 1 + sides;
        var next = 0;
        foreach (var stretch in Cut(length))
        {
            Assert.Equal(next, stretch.Start);
            Assert.True(stretch.Length == 1 || stretch.FarShare == 0);
            next += stretch.Length;
        }

        Assert.Equal(length, next);
    }

    [Property(MaxTest = 500)]
    public void Blocks_are_equal_to_a_sixteenth_of_a_pixel(ushort sides)
    {
        var length = 16 + sides;
        var sixteenths = new long[BlockStretch.Blocks];
        foreach (var stretch in Cut(length))
        {
            sixteenths[stretch.Near] += stretch.Length * stretch.NearShare;
            sixteenths[stretch.Far] += stretch.Length * stretch.FarShare;
        }

        Assert.All(sixteenths, sum => Assert.Equal(length, sum));
    }

    static BlockStretch[] Cut(int length) => BlockStretch.Cut(length, new BlockStretch[BlockStretch.Most]).ToArray();
}
