using HashMatch.Imaging.Structures;
using HashMatch.Imaging.Vips;
using NetVips;

namespace HashMatch.Imaging.Tests;

public class AttemptTests
{
    [Theory]
    [InlineData("jpeg", Enums.FailOn.Warning)]
    [InlineData("jpeg-progressive", Enums.FailOn.Warning)]
    [InlineData("png", Enums.FailOn.Error)]
    [InlineData("png-interlaced", Enums.FailOn.None)]
    [InlineData("webp", Enums.FailOn.Error)]
    [InlineData("gif", Enums.FailOn.Error)]
    [InlineData("tiff", Enums.FailOn.None)]
    [InlineData("avif", Enums.FailOn.Error)]
    public void A_clock_that_has_run_out_stops_a_decode_however_strict(string name, Enums.FailOn failOn)
    {
        var file = Pictures.Encode(name);
        Assert.True(StructureReader.TryRead(file, DecodeOptions.Default, out var format, out var structure, out _));
        Assert.False(new Attempt(format, structure, new CancellationToken(canceled: true)).TryRun(file, failOn, out _, out var error));
        Assert.Same(Failures.Timeout, error);
    }
}
