using HashMatch.Fuzzing.Mutation;
using HashMatch.Fuzzing.Seeds;

namespace HashMatch.Fuzzing.Targets;

/// <summary>The walks over the structure of all formats, which call no native code.</summary>
sealed class ImageHeaderTarget : FuzzTarget
{
    internal override string Name => "image-headers";

    internal override IReadOnlyList<byte[]> Seeds { get; } = [.. PictureSeeds.Small, .. PictureSeeds.Files];

    internal override IReadOnlyList<byte[]> Tokens { get; } = Words;

    internal override bool IsBinary => true;

    /// <summary>Marks of the formats' parts.</summary>
    internal static IReadOnlyList<byte[]> Words { get; } =
    [
        [0xFF, 0xD8], [0xFF, 0xD9], [0xFF, 0xC0], [0xFF, 0xC2], [0xFF, 0xC4], [0xFF, 0xDA], [0xFF, 0xDB], [0xFF, 0xDD], [0xFF, 0xE1], [0xFF, 0xFF], [0xFF, 0x00], [0xFF, 0xD0], [0xFF, 0xDC], [0x21, 0xF9, 4], [0x2C, 0, 0], [0x3B],
        .. CommonTokens.Texts("IHDR", "IDAT", "IEND", "PLTE", "tRNS", "eXIf", "acTL", "fdAT", "Exif\0\0", "II*\0", "MM\0*", "RIFF", "WEBP", "VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "GIF89a", "GIF87a", "BM",
            "ftyp", "avif", "avis", "meta", "iprp", "ipco", "ipma", "ispe", "irot", "imir", "clap", "pixi", "av1C", "iloc", "iinf", "infe", "pitm", "mdat", "moov", "grid", "auxC"),
    ];

    internal override string Run(byte[] input, Random random)
    {
        var (header, error) = PictureLaws.Header(input, PictureLaws.Options(random));
        return header is { } read ? $"{read.Format} {read.Width / 16} {read.Height / 16}" : $"{error!.Code} {Law.ShapeOf(error.Message)}";
    }
}
