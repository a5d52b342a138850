using FsCheck.Xunit;
using HashMatch.Hashers.Transforms;

namespace HashMatch.Tests.Hashers;

/// <summary>What the streaming passes take for granted about every axis.</summary>
public sealed class BoxAxisProperties
{
    [Property(MaxTest = 2000)]
    public void The_second_pass_meets_only_full_windows_inside_the_axis(int any)
    {
        var axis = new BoxAxis(5 + (int)((uint)any % 2_000_000));
        for (var i = 0; i < BoxAxis.SampleCount; i++)
        {
            // Number s of the second pass's input is output s - lead of the first; the window must end inside the axis.
            var last = axis.SampleStep(i);
            Assert.InRange(last - axis.Lead, axis.Window - 1, axis.Length - 1);
            Assert.Equal((int)((i + 0.5) * axis.Length / 64), axis.Sample(i));
        }

        Assert.InRange(axis.Steps, 1, axis.Length + 1);
    }
}
