using HashMatch.Fuzzing.Seeds;
using HashMatch.Imaging;

namespace HashMatch.Fuzzing.Targets;

/// <summary>Bitmaps, which managed code decodes.</summary>
sealed class BitmapTarget : FuzzTarget
{
    internal override string Name => "bitmaps";

    internal override IReadOnlyList<byte[]> Seeds => BitmapSeeds.All;

    internal override bool IsBinary => true;

    internal override string Run(byte[] input, Random random)
    {
        var options = PictureLaws.Options(random);
        var (header, error) = PictureLaws.Header(input, options);
        return header is { Format: not ImageFormat.Bmp } ? "another format" : error is not null ? $"{error.Code} {Law.ShapeOf(error.Message)}" : PictureLaws.Decode(input, options).Outcome;
    }
}
