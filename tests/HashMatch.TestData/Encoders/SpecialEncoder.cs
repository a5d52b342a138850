using HashMatch.TestData.Pixels;
using NetVips;

namespace HashMatch.TestData.Encoders;

/// <summary>Files that readers get wrong: other colour models, deep or transparent pixels, stored turned, moving.</summary>
static class SpecialEncoder
{
    // EXIF 6: the camera was held upright; turn by 90 degrees clockwise to see it so.
    const int TurnClockwise = 6;

    /// <summary>A JPEG in cyan, magenta, yellow and black.</summary>
    public static byte[] CmykJpeg(RgbImage picture, int quality)
    {
        using var image = VipsImages.Bands(ToCmyk(picture), picture, 4, Enums.Interpretation.Cmyk);
        return image.JpegsaveBuffer(q: quality, keep: Enums.ForeignKeep.None);
    }

    /// <summary>A TIFF in cyan, magenta, yellow and black.</summary>
    public static byte[] CmykTiff(RgbImage picture)
    {
        using var image = VipsImages.Bands(ToCmyk(picture), picture, 4, Enums.Interpretation.Cmyk);
        return image.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Deflate, keep: Enums.ForeignKeep.None);
    }

    /// <summary>A JPEG of one channel.</summary>
    public static byte[] GreyJpeg(RgbImage picture, int quality)
    {
        using var image = VipsImages.From(Tone.Grey(picture));
        using var grey = image.ExtractBand(0);
        return grey.JpegsaveBuffer(q: quality, keep: Enums.ForeignKeep.None);
    }

    /// <summary>A PNG of 16 bits a channel.</summary>
    public static byte[] DeepPng(RgbImage picture)
    {
        using var image = VipsImages.From(picture);
        using var deep = (image * 257).Cast(Enums.BandFormat.Ushort);
        using var tagged = deep.Copy(interpretation: Enums.Interpretation.Rgb16);
        return tagged.PngsaveBuffer(compression: 9, keep: Enums.ForeignKeep.None);
    }

    /// <summary>
    /// A PNG that is opaque in an ellipse and fades out around it; the colours go on under the transparent part, so a
    /// reader that drops alpha instead of compositing over white sees another picture.
    /// </summary>
    public static byte[] VignettePng(RgbImage picture)
    {
        var data = new byte[4 * picture.Width * picture.Height];
        for (var i = 0; i < data.Length / 4; i++)
        {
            picture.Data.AsSpan(3 * i, 3).CopyTo(data.AsSpan(4 * i));
            var across = (2.0 * (i % picture.Width) / picture.Width) - 1;
            var down = (2.0 * (i / picture.Width) / picture.Height) - 1;
            data[(4 * i) + 3] = Tone.Clamp((int)(255 * (1.6 - (1.4 * ((across * across) + (down * down))))));
        }

        using var image = VipsImages.Bands(data, picture, 4, Enums.Interpretation.Srgb);
        return image.PngsaveBuffer(compression: 9, keep: Enums.ForeignKeep.None);
    }

    /// <summary>A JPEG stored lying on its side with an EXIF note how to turn it.</summary>
    public static byte[] OrientedJpeg(RgbImage picture, int quality)
    {
        using var image = VipsImages.From(Geometry.Rotate90(picture));
        using var noted = image.Mutate(mutable => mutable.Set(GValue.GIntType, "orientation", TurnClockwise));
        return noted.JpegsaveBuffer(q: quality, keep: Enums.ForeignKeep.Exif);
    }

    /// <summary>A GIF that shows one picture after the other.</summary>
    public static byte[] AnimatedGif(params RgbImage[] frames)
    {
        using var strip = Strip(frames);
        return strip.GifsaveBuffer();
    }

    /// <summary>A WebP that shows one picture after the other.</summary>
    public static byte[] AnimatedWebP(int quality, params RgbImage[] frames)
    {
        using var strip = Strip(frames);
        return strip.WebpsaveBuffer(q: quality);
    }

    // libvips takes an animation as one tall image and the height of a frame.
    static Image Strip(RgbImage[] frames)
    {
        var tall = new RgbImage(frames[0].Width, frames[0].Height * frames.Length);
        for (var i = 0; i < frames.Length; i++)
        {
            frames[i].Data.CopyTo(tall.Data, i * frames[0].Data.Length);
        }

        using var image = VipsImages.From(tall);
        return image.Mutate(mutable =>
        {
            mutable.Set(GValue.GIntType, "page-height", frames[0].Height);
            mutable.Set(GValue.ArrayIntType, "delay", Enumerable.Repeat(200, frames.Length).ToArray());
            mutable.Set(GValue.GIntType, "loop", 0);
        });
    }

    static byte[] ToCmyk(RgbImage picture)
    {
        var data = new byte[4 * picture.Width * picture.Height];
        for (var i = 0; i < data.Length / 4; i++)
        {
            var pixel = picture.Data.AsSpan(3 * i, 3);

            // Half of the common grey goes to black ink, the rest stays in the colours.
            var black = (255 - Math.Max(pixel[0], Math.Max(pixel[1], pixel[2]))) / 2;
            for (var channel = 0; channel < 3; channel++)
            {
                data[(4 * i) + channel] = (byte)(255 - pixel[channel] - black);
            }

            data[(4 * i) + 3] = (byte)black;
        }

        return data;
    }
}
