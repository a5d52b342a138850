using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using HashMatch.Hashers;
using HashMatch.Imaging.Formats;
using NetVips;

namespace HashMatch.Imaging.Decoders;

/// <summary>All formats but BMP, through libvips.</summary>
static class VipsDecoder
{
    internal static bool TryReadHeader(ImageFormat format, ReadOnlyMemory<byte> bytes, DecodeOptions options,
        out ImageHeader header, [NotNullWhen(false)] out ImageError? error)
    {
        header = default;
        try
        {
            using var source = Source.NewFromMemory(bytes.Span);
            using var image = Vips.Open(format, source, options.Tolerant);
            header = new ImageHeader(format, image.Width, image.Height);
            error = Check(format, bytes.Span, image, options);
        }
        catch (VipsException)
        {
            error = ErrorOf(format, bytes.Span);
        }

        return error is null;
    }

    internal static bool TryDecode(ImageFormat format, ReadOnlyMemory<byte> bytes, DecodeOptions options,
        [NotNullWhen(true)] out DecodedImage? image, [NotNullWhen(false)] out ImageError? error)
    {
        // Strict first: only a file that fails so is partial, and says so.
        var strict = options with { Tolerant = false };
        if (TryDecodeOnce(format, bytes, strict, out image, out error))
        {
            return true;
        }

        return options.Tolerant && error.Code is ImageErrorCode.Truncated or ImageErrorCode.Corrupt &&
            TryDecodeOnce(format, bytes, options, out image, out error);
    }

    static bool TryDecodeOnce(ImageFormat format, ReadOnlyMemory<byte> bytes, DecodeOptions options,
        [NotNullWhen(true)] out DecodedImage? decoded, [NotNullWhen(false)] out ImageError? error)
    {
        decoded = null;
        IMemoryOwner<byte>? pixels = null;
        try
        {
            using var source = Source.NewFromMemory(bytes.Span);
            using var opened = Vips.Open(format, source, options.Tolerant);
            error = Check(format, bytes.Span, opened, options);
            if (error is not null)
            {
                return false;
            }

            using var image = ToBytes(opened);
            if (image is null)
            {
                error = ImageErrors.UnsupportedKind("its samples are neither 8 nor 16 bits");
                return false;
            }

            var (width, height, bands) = (image.Width, image.Height, image.Bands);
            var kind = image.Interpretation;
            if (!TryRead(image, options.Timeout, out pixels))
            {
                error = ImageErrors.Timeout;
                return false;
            }

            if (!options.Tolerant && format is ImageFormat.Gif or ImageFormat.WebP && Completeness.EndsEarly(format, bytes.Span))
            {
                // These decoders show what they have without a word.
                pixels.Dispose();
                error = ImageErrors.Truncated;
                return false;
            }

            var layout = Convert(pixels.Memory.Span, width * height, bands, kind);
            var orientation = options.ApplyOrientation ? OrientationOf(format, opened) : default;
            if (!orientation.IsUpright)
            {
                pixels = orientation.Apply(pixels, width, height, (int)layout);
                (width, height) = orientation.SwapsSides ? (height, width) : (width, height);
            }

            decoded = new DecodedImage(pixels, width, height, layout, format, options.Tolerant);
            return true;
        }
        catch (VipsException)
        {
            pixels?.Dispose();
            error = ErrorOf(format, bytes.Span);
            return false;
        }
    }

    /// <summary>What the header alone says against decoding.</summary>
    static ImageError? Check(ImageFormat format, ReadOnlySpan<byte> bytes, Image image, DecodeOptions options)
    {
        var error = ImageErrors.OfSize(image.Width, image.Height, options);
        if (error is null && format == ImageFormat.Jpeg)
        {
            error = JpegWork.Check(JpegScan.Of(bytes).Scans, (long)image.Width * image.Height);
        }

        return error;
    }

    /// <summary>Eight bits a sample: 16 bits lose their lower half, colours beyond RGB and CMYK become sRGB; null for the rest.</summary>
    static Image? ToBytes(Image image)
    {
        switch (image.Format, image.Interpretation)
        {
            case (Enums.BandFormat.Uchar, not (Enums.Interpretation.Lab or Enums.Interpretation.Labq or Enums.Interpretation.Xyz)):
                return image.Copy();
            case (Enums.BandFormat.Ushort, _):
                using (var upper = image >> 8)
                using (var bytes = upper.Cast(Enums.BandFormat.Uchar))
                {
                    return bytes.Copy(interpretation: EightBit(image.Interpretation));
                }

            case (_, Enums.Interpretation.Lab or Enums.Interpretation.Labq or Enums.Interpretation.Labs or Enums.Interpretation.Scrgb or Enums.Interpretation.Xyz):
                using (var srgb = image.Colourspace(Enums.Interpretation.Srgb))
                {
                    return srgb.Cast(Enums.BandFormat.Uchar);
                }

            default:
                return null;
        }
    }

    static Enums.Interpretation EightBit(Enums.Interpretation interpretation) => interpretation switch
    {
        Enums.Interpretation.Rgb16 => Enums.Interpretation.Srgb,
        Enums.Interpretation.Grey16 => Enums.Interpretation.Bw,
        _ => interpretation,
    };

    /// <summary>Decodes into memory that libvips allocates; false when it took too long.</summary>
    static bool TryRead(Image image, TimeSpan timeout, [NotNullWhen(true)] out IMemoryOwner<byte>? pixels)
    {
        pixels = null;
        Lock gate = new();
        var isDone = false;
        var timedOut = false;
        // The gate keeps a clock that rings just as decoding ends from reaching for an image that is gone.
        using Timer timer = new(_ =>
        {
            lock (gate)
            {
                if (!isDone)
                {
                    timedOut = true;
                    image.SetKill(true);
                }
            }
        }, null, timeout, System.Threading.Timeout.InfiniteTimeSpan);
        try
        {
            var pointer = image.WriteToMemory(out var length);
            pixels = new NativeMemoryOwner(pointer, checked((int)length), static memory => NetVips.NetVips.Free(memory));
            return true;
        }
        catch (VipsException) when (timedOut)
        {
            return false;
        }
        finally
        {
            lock (gate)
            {
                isDone = true;
            }
        }
    }

    static PixelLayout Convert(Span<byte> pixels, int count, int bands, Enums.Interpretation kind)
    {
        if (kind == Enums.Interpretation.Cmyk && bands >= 4)
        {
            PixelConversion.CmykToRgb(pixels, count, bands);
            return PixelLayout.Rgb24;
        }

        return PixelConversion.ToGreyOrRgb(pixels, count, bands);
    }

    /// <summary>AVIF turns its pictures itself and its EXIF orientation is void.</summary>
    static Orientation OrientationOf(ImageFormat format, Image image) =>
        format != ImageFormat.Avif && image.Contains("orientation") && image.Get("orientation") is int code
            ? new Orientation(code)
            : default;

    /// <summary>libvips's own messages vary with version and file; the format's own lengths tell truncated from corrupt.</summary>
    static ImageError ErrorOf(ImageFormat format, ReadOnlySpan<byte> bytes) =>
        Completeness.EndsEarly(format, bytes) ? ImageErrors.Truncated : ImageErrors.Corrupt;
}
