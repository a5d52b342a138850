using HashMatch.Hashers;
using NetVips;

namespace HashMatch.Fuzzing.Seeds;

/// <summary>One small picture in every form decoders are given, and the odd ones of <c>testdata</c>.</summary>
static class PictureSeeds
{
    const int Width = 40;
    const int Height = 28;

    internal static IReadOnlyList<byte[]> Small { get; } = [.. Draw(), .. BitmapSeeds.All];

    /// <summary>Files of <c>testdata</c>, of up to 25 KB: what is larger takes too long to be mutated often.</summary>
    internal static IEnumerable<byte[]> Files => SeedFiles.All("images", "formats").Concat(SeedFiles.All("images", "broken")).Where(file => file.Length is > 0 and < 25_000);

    internal static byte[] Rgb()
    {
        var pixels = new byte[3 * Width * Height];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)((i * (3 + (i % 3))) + (i * i / 977 % 50));
        }

        return pixels;
    }

    static List<byte[]> Draw()
    {
        using var raw = Image.NewFromMemoryCopy<byte>(Rgb(), Width, Height, (int)PixelLayout.Rgb24, Enums.BandFormat.Uchar);
        using var colour = raw.Copy(interpretation: Enums.Interpretation.Srgb);
        using var grey = colour.Colourspace(Enums.Interpretation.Bw);
        using var clear = colour.Bandjoin(grey);
        using var cmyk = clear.Copy(interpretation: Enums.Interpretation.Cmyk);
        using var deep = (colour * 257).Cast(Enums.BandFormat.Ushort);
        using var deepTagged = deep.Copy(interpretation: Enums.Interpretation.Rgb16);
        using var turned = colour.Mutate(image => image.Set(GValue.GIntType, "orientation", 6));
        return
        [
            .. new[] { colour, grey, cmyk, turned }.Select(image => image.JpegsaveBuffer(q: 80)),
            colour.JpegsaveBuffer(q: 80, interlace: true), grey.JpegsaveBuffer(q: 60, interlace: true), colour.JpegsaveBuffer(q: 90, restartInterval: 2),
            colour.JpegsaveBuffer(q: 90, subsampleMode: Enums.ForeignSubsample.Off, optimizeCoding: true),
            .. new[] { colour, grey, clear, deepTagged, turned }.Select(image => image.PngsaveBuffer()),
            colour.PngsaveBuffer(interlace: true), grey.PngsaveBuffer(interlace: true, bitdepth: 1), colour.PngsaveBuffer(palette: true), clear.PngsaveBuffer(interlace: true, palette: true),
            .. new[] { colour, clear }.SelectMany(image => new[] { image.WebpsaveBuffer(q: 70), image.WebpsaveBuffer(lossless: true), image.WebpsaveBuffer(nearLossless: true) }),
            colour.GifsaveBuffer(), clear.GifsaveBuffer(interlace: true), grey.GifsaveBuffer(bitdepth: 2),
            .. new[] { colour, grey, clear, cmyk, deepTagged }.Select(image => image.TiffsaveBuffer()),
            colour.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Lzw, predictor: Enums.ForeignTiffPredictor.Horizontal),
            colour.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Deflate, tile: true, tileWidth: 16, tileHeight: 16),
            colour.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Jpeg), colour.TiffsaveBuffer(bigtiff: true, compression: Enums.ForeignTiffCompression.Packbits),
            grey.TiffsaveBuffer(bitdepth: 1, compression: Enums.ForeignTiffCompression.Ccittfax4),
            .. new[] { colour, grey, clear }.Select(image => image.HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, q: 60, effort: 0)),
            colour.HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, lossless: true, effort: 0),
        ];
    }
}
