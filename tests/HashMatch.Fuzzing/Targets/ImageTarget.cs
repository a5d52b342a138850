using HashMatch.Fuzzing.Seeds;

namespace HashMatch.Fuzzing.Targets;

/// <summary>Pictures of all formats, decoded: by native code but for bitmaps.</summary>
sealed class ImageTarget : FuzzTarget
{
    internal override string Name => "images";

    internal override IReadOnlyList<byte[]> Seeds { get; } = [.. PictureSeeds.Small, .. PictureSeeds.Small, .. PictureSeeds.Small, .. PictureSeeds.Files];

    internal override IReadOnlyList<byte[]> Tokens => ImageHeaderTarget.Words;

    internal override bool IsBinary => true;

    internal override int Share(int executions) => executions / 2;

    internal override byte[] Repair(byte[] input, Random random) => random.Next(4) > 0 ? PngChecksums.Repair(input) : input;

    internal override string Run(byte[] input, Random random)
    {
        var options = PictureLaws.Options(random);
        var (outcome, sum) = PictureLaws.Decode(input, options);
        // What was in memory before must not show.
        Law.Require(random.Next(4) > 0 || PictureLaws.Decode(input, options) == (outcome, sum), "The same bytes decode to the same pixels.");
        return outcome;
    }
}
