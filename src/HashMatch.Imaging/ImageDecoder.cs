using System.Diagnostics.CodeAnalysis;
using HashMatch.Hashers;
using HashMatch.Imaging.Bmp;
using HashMatch.Imaging.Pixels;
using HashMatch.Imaging.Structures;
using HashMatch.Imaging.Vips;

namespace HashMatch.Imaging;

/// <summary>The decoder that comes with the library: libvips for all formats but BMP, which is read by managed code.</summary>
/// <remarks>
/// <para>A walk over the file's own structure comes first, in managed code: it finds the format, the size and the end, and
/// turns away what exceeds a limit or is cut before a native decoder sees it. Only the loader of the format found is called.
/// </para>
/// <para>How pixels come to 8-bit RGB or grey, so that equal files give equal hashes everywhere:</para>
/// <list type="bullet">
/// <item>The first frame or page is decoded, an animation's onto its canvas.</item>
/// <item>Orientation: all eight EXIF values, in JPEG, PNG (<c>eXIf</c>), WebP and TIFF; other values are ignored. AVIF turns
/// by its own properties, always, and its EXIF is ignored as its standard says.</item>
/// <item>Samples of 16 or 32 bits keep their high byte (<c>v &gt;&gt; 8</c>, <c>v &gt;&gt; 24</c>); one bit becomes 0 or 255;
/// palettes are expanded. Linear floating-point RGB goes through the sRGB curve; other floating-point samples are refused.
/// </item>
/// <item>Alpha: over white, <c>(c*a + 255*(255-a) + 127) / 255</c> after reduction to 8 bits; colour hidden under alpha 0
/// is white.</item>
/// <item>CMYK: each of red, green, blue is <c>((255-ink) * (255-black) + 127) / 255</c>.</item>
/// <item>Colour profiles and gamma are not applied, as the reference hashing tools do not apply them.</item>
/// <item>Pictures of one channel, with or without alpha, stay grey.</item>
/// </list>
/// <para>A file that lacks no pixel is decoded: bytes after the end, a missing end marker or frames cut after the first one
/// do no harm. A JPEG with damaged bits but all its rows is decoded, as viewers do; other damage is
/// <see cref="ImageErrorCode.Corrupt"/>.</para>
/// <para>Time is bounded by the limits, which include the number of passes a JPEG's scans make; what the native code does
/// row by row also stops at <see cref="DecodeOptions.Timeout"/>.</para>
/// </remarks>
public sealed class ImageDecoder : IImageDecoder
{
    ImageDecoder()
    {
    }

    /// <summary>The one instance, for any number of threads.</summary>
    public static ImageDecoder Default { get; } = new();

    /// <inheritdoc/>
    public bool TryReadHeader(ReadOnlyMemory<byte> bytes, DecodeOptions options, out ImageHeader header,
        [NotNullWhen(false)] out ImageError? error)
    {
        ArgumentNullException.ThrowIfNull(options);
        var isRead = StructureReader.TryRead(bytes.Span, options, out var format, out var structure, out error);
        header = isRead ? new ImageHeader(format, (int)structure.Width, (int)structure.Height) : default;
        return isRead;
    }

    /// <inheritdoc/>
    /// <exception cref="DllNotFoundException">The native library for this platform is not installed.</exception>
    public bool TryDecode(ReadOnlyMemory<byte> bytes, DecodeOptions options, [NotNullWhen(true)] out DecodedImage? image,
        [NotNullWhen(false)] out ImageError? error)
    {
        ArgumentNullException.ThrowIfNull(options);
        image = null;
        if (!StructureReader.TryRead(bytes.Span, options, out var format, out var structure, out error))
        {
            return false;
        }

        if (format == ImageFormat.Gif && !GifStructure.HasAllPixels(bytes.Span, structure))
        {
            structure = structure with { IsCut = true };
        }

        if (structure.IsCut && !options.Tolerant)
        {
            error = Failures.Truncated(format);
            return false;
        }

        var isDecoded = format == ImageFormat.Bmp
            ? BmpDecoder.TryDecode(bytes.Span, options, out var picture, out var isPartial, out error)
            : VipsDecoder.TryDecode(bytes, format, structure, options, out picture, out isPartial, out error);
        if (!isDecoded)
        {
            error ??= Failures.Corrupt(format, "its data does not decode");
            return false;
        }

        // A GIF's canvas may shrink to its frame, which only the decoder knows.
        if (Math.Min(picture.Width, picture.Height) < DecodeOptions.MinSide)
        {
            picture.Pixels.Release();
            error = Failures.TooSmall(picture.Width, picture.Height);
            return false;
        }

        error = null;
        image = Finish(picture, format, options.ApplyOrientation ? structure.Orientation : 1, isPartial);
        return true;
    }

    static DecodedImage Finish(in RawPicture picture, ImageFormat format, int orientation, bool isPartial)
    {
        var (width, height) = (picture.Width, picture.Height);
        var pixels = Orientation.Apply(picture.Pixels, width, height, picture.PixelSize, orientation);
        if (Orientation.SwapsSides(orientation))
        {
            (width, height) = (height, width);
        }

        return new DecodedImage(pixels, width, height, (PixelLayout)picture.PixelSize, format, isPartial);
    }
}
