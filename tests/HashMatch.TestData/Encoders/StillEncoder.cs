using HashMatch.TestData.Pixels;
using NetVips;

namespace HashMatch.TestData.Encoders;

/// <summary>Plain files of the common formats, through libvips. Nothing but pixels is kept: no times, no software names.</summary>
static class StillEncoder
{
    public static byte[] Jpeg(RgbImage picture, int quality)
    {
        using var image = VipsImages.From(picture);
        return image.JpegsaveBuffer(q: quality, keep: Enums.ForeignKeep.None);
    }

    public static byte[] ProgressiveJpeg(RgbImage picture, int quality)
    {
        using var image = VipsImages.From(picture);
        return image.JpegsaveBuffer(q: quality, interlace: true, keep: Enums.ForeignKeep.None);
    }

    public static byte[] Png(RgbImage picture)
    {
        using var image = VipsImages.From(picture);
        return image.PngsaveBuffer(compression: 9, keep: Enums.ForeignKeep.None);
    }

    public static byte[] PalettePng(RgbImage picture, int bitDepth)
    {
        using var image = VipsImages.From(picture);
        return image.PngsaveBuffer(compression: 9, palette: true, bitdepth: bitDepth, keep: Enums.ForeignKeep.None);
    }

    public static byte[] WebP(RgbImage picture, int quality)
    {
        using var image = VipsImages.From(picture);
        return image.WebpsaveBuffer(q: quality, keep: Enums.ForeignKeep.None);
    }

    public static byte[] LosslessWebP(RgbImage picture)
    {
        using var image = VipsImages.From(picture);
        return image.WebpsaveBuffer(lossless: true, keep: Enums.ForeignKeep.None);
    }

    public static byte[] Gif(RgbImage picture)
    {
        using var image = VipsImages.From(picture);
        return image.GifsaveBuffer(keep: Enums.ForeignKeep.None);
    }

    public static byte[] Tiff(RgbImage picture)
    {
        using var image = VipsImages.From(picture);
        return image.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Lzw,
            predictor: Enums.ForeignTiffPredictor.Horizontal, keep: Enums.ForeignKeep.None);
    }

    public static byte[] Avif(RgbImage picture, int quality)
    {
        using var image = VipsImages.From(picture);
        return image.HeifsaveBuffer(q: quality, compression: Enums.ForeignHeifCompression.Av1,
            keep: Enums.ForeignKeep.None);
    }
}
