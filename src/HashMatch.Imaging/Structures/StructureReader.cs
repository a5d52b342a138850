using System.Diagnostics.CodeAnalysis;
using HashMatch.Imaging.Bmp;

namespace HashMatch.Imaging.Structures;

/// <summary>Detects the format, walks its structure and holds it against the limits. Managed code only.</summary>
static class StructureReader
{
    // A progressive JPEG of four components makes under 20 passes. At about a nanosecond a visit, this many over the default
    // pixel limit take a few seconds.
    const long MaxPasses = 40;

    // A tile of this many pixels is no burden, whatever the picture's size.
    const long SmallPart = 1 << 24;

    public static bool TryRead(ReadOnlySpan<byte> bytes, DecodeOptions options, out ImageFormat format,
        out ImageStructure structure, [NotNullWhen(false)] out ImageError? error)
    {
        format = default;
        structure = default;
        error = Failures.OfLength(bytes.Length, options);
        if (error is not null)
        {
            return false;
        }

        if (!FormatSignature.TryDetect(bytes, out format))
        {
            error = Failures.Unsupported(FormatSignature.NameUnsupported(bytes));
        }
        else if (!TryWalk(format, bytes, out structure, out error))
        {
            error ??= Failures.Truncated(format);
        }
        else
        {
            error = CheckLimits(structure, options);
        }

        return error is null;
    }

    // False without an error: the file ends before it says how large its picture is.
    static bool TryWalk(ImageFormat format, ReadOnlySpan<byte> bytes, out ImageStructure structure, out ImageError? error) =>
        format switch
        {
            ImageFormat.Jpeg => JpegStructure.TryRead(bytes, out structure, out error),
            ImageFormat.Png => PngStructure.TryRead(bytes, out structure, out error),
            ImageFormat.WebP => WebPStructure.TryRead(bytes, out structure, out error),
            ImageFormat.Gif => GifStructure.TryRead(bytes, out structure, out error),
            ImageFormat.Tiff => TiffStructure.TryRead(bytes, out structure, out error),
            ImageFormat.Bmp => BmpStructure.TryRead(bytes, out structure, out error),
            _ => AvifStructure.TryRead(bytes, out structure, out error),
        };

    static ImageError? CheckLimits(in ImageStructure structure, DecodeOptions options)
    {
        var (width, height) = (structure.Width, structure.Height);
        if (Math.Max(width, height) > DecodeOptions.MaxSide)
        {
            return Failures.TooLongSide(width, height);
        }

        if (width * height > options.MaxPixels)
        {
            return Failures.TooLargePicture(width, height, options.MaxPixels);
        }

        var excess = FindExcess(structure, options);
        return excess is not null ? Failures.TooMuchWork(excess)
            : width < DecodeOptions.MinSide || height < DecodeOptions.MinSide ? Failures.TooSmall(width, height)
            : null;
    }

    // Why decoding would cost more than the pixels suggest, or null. Divided, since products of hostile numbers wrap.
    static string? FindExcess(in ImageStructure structure, DecodeOptions options)
    {
        var pixels = structure.Width * structure.Height;
        // Decoded samples are counted too: a TIFF may claim thousands of them for each pixel. A span bounds the whole.
        var bytes = Math.Min(8 * Math.Min(options.MaxPixels, int.MaxValue), int.MaxValue);
        return pixels > bytes / structure.BytesPerPixel || structure.LargestPart > int.MaxValue / structure.BytesPerPixel
            ? "The picture's samples need more memory than its pixels may"
            : structure.Work / MaxPasses > options.MaxPixels ? "The picture is stored in more passes than its size warrants"
            : structure.LargestPart > Math.Max(SmallPart, 4 * pixels) ? "The picture has parts far larger than itself"
            : structure.Excess;
    }
}
