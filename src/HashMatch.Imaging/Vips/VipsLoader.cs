using HashMatch.Imaging.Pixels;
using HashMatch.Imaging.Structures;
using NetVips;

namespace HashMatch.Imaging.Vips;

/// <summary>Calls the one loader of the format that was detected, and brings its bands to grey or RGB.</summary>
static class VipsLoader
{
    /// <summary>Decodes the first frame, unoriented.</summary>
    /// <exception cref="VipsException">The library refuses the bytes.</exception>
    /// <exception cref="UnsupportedSamplesException">The samples are of a kind without a rule.</exception>
    public static RawPicture Load(ImageFormat format, Source source, in ImageStructure structure, Enums.FailOn failOn,
        int shrink, CancellationToken cancellation)
    {
        using var opened = Open(format, source, failOn, shrink);
        // The limits were held against the size that the structure's walk found: a decoder that found more pixels in the same
        // bytes is not let loose on them.
        var allowed = shrink == 1 ? structure.Width * structure.Height
            : Shrunk(structure.Width, shrink) * Shrunk(structure.Height, shrink);
        if ((long)opened.Width * opened.Height > allowed)
        {
            throw new VipsException("picture size differs");
        }

        var isCmyk = opened.Interpretation == Enums.Interpretation.Cmyk && opened.Bands >= 4;
        using var bytes = ToBytes(opened);
        using var kill = cancellation.Register(static image => ((Image)image!).SetKill(true), bytes);
        var (width, height, bands) = (bytes.Width, bytes.Height, bytes.Bands);
        if ((long)width * height * bands > int.MaxValue)
        {
            throw new UnsupportedSamplesException();
        }

        var pixels = Write(bytes);
        var colours = isCmyk || bands >= 3 ? 3 : 1;
        if (isCmyk)
        {
            pixels.Shrink(PixelRules.FromCmyk(pixels.GetSpan(), bands));
        }
        else if (bands != colours)
        {
            pixels.Shrink(PixelRules.Flatten(pixels.GetSpan(), bands, colours, structure.Alpha));
        }

        return new RawPicture(pixels, width, height, colours) { Shrink = shrink };
    }

    // Into memory of ours, which is kept for the next picture.
    static NativePixels Write(Image image)
    {
        var (width, height, bands) = (image.Width, image.Height, image.Bands);
        var pixels = NativePixels.Allocate(width * height * bands);
        try
        {
            using var target = Image.NewFromMemory(pixels.Address, (ulong)pixels.Length, width, height, bands, Enums.BandFormat.Uchar);
            image.Write(target);
            return pixels;
        }
        catch
        {
            pixels.Release();
            throw;
        }
    }

    // A last pixel of which only a part is there counts.
    static long Shrunk(long side, int shrink) => (side + shrink - 1) / shrink;

    static Image Open(ImageFormat format, Source source, Enums.FailOn failOn, int shrink) => format switch
    {
        ImageFormat.Jpeg => Image.JpegloadSource(source, shrink: shrink, autorotate: false, access: Enums.Access.Sequential, failOn: failOn),
        ImageFormat.Png => Image.PngloadSource(source, access: Enums.Access.Sequential, failOn: failOn),
        ImageFormat.WebP => Image.WebploadSource(source, page: 0, n: 1, access: Enums.Access.Sequential, failOn: failOn),
        ImageFormat.Gif => Image.GifloadSource(source, page: 0, n: 1, access: Enums.Access.Sequential, failOn: failOn),
        ImageFormat.Tiff => Image.TiffloadSource(source, page: 0, n: 1, autorotate: false,
            access: Enums.Access.Sequential, failOn: failOn),
        ImageFormat.Avif => Image.HeifloadSource(source, page: 0, n: 1, access: Enums.Access.Sequential, failOn: failOn),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Not a format libvips reads here."),
    };

    // Samples of 16 and 32 bits lose their low bits (v >> 8, v >> 24). Colour spaces other than RGB, grey and CMYK (Lab,
    // linear float) become sRGB first.
    static Image ToBytes(Image image)
    {
        if (image.Interpretation is Enums.Interpretation.Lab or Enums.Interpretation.Labs or Enums.Interpretation.Labq
            or Enums.Interpretation.Scrgb or Enums.Interpretation.Xyz)
        {
            return image.Colourspace(Enums.Interpretation.Srgb);
        }

        return image.Format switch
        {
            Enums.BandFormat.Uchar => image.Copy(),
            Enums.BandFormat.Ushort or Enums.BandFormat.Uint => image.Cast(Enums.BandFormat.Uchar, shift: true),
            _ => throw new UnsupportedSamplesException(),
        };
    }
}
