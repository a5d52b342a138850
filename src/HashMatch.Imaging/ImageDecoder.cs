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
/// <item>The first frame or page is decoded. A GIF's frame is placed on its canvas, the smallest that holds both the screen
/// and the frame; what the frame leaves uncovered is white.</item>
/// <item>Orientation: all eight EXIF values, in JPEG, PNG (<c>eXIf</c>), WebP and TIFF; other values are ignored. AVIF turns
/// and crops by its own properties (<c>irot</c>, <c>imir</c>, <c>clap</c>), always, and its EXIF is ignored as its standard
/// says.</item>
/// <item>Samples of 16 or 32 bits keep their high byte (<c>v &gt;&gt; 8</c>, <c>v &gt;&gt; 24</c>); one bit becomes 0 or 255;
/// palettes are expanded. Linear floating-point RGB goes through the sRGB curve; other floating-point samples are refused.
/// </item>
/// <item>Alpha: over white, <c>(c*a + 255*(255-a) + 127) / 255</c> after reduction to 8 bits; colour hidden under alpha 0
/// is white.</item>
/// <item>CMYK: each of red, green, blue is <c>((255-ink) * (255-black) + 127) / 255</c>.</item>
/// <item>Colour profiles and gamma are not applied, as the reference hashing tools do not apply them.</item>
/// <item>Pictures of one channel, with or without alpha, stay grey.</item>
/// <item>Where <see cref="DecodeOptions.SufficientSide"/> allows it, JPEGs are decoded at a half, a quarter or an eighth of
/// their sides. Other formats are decoded in full: their decoders visit every pixel anyway.</item>
/// </list>
/// <para>A file that lacks no pixel is decoded: bytes after the end, a missing end marker or frames cut after the first one
/// do no harm. A JPEG with damaged bits but all its rows is decoded, as viewers do; other damage is
/// <see cref="ImageErrorCode.Corrupt"/>.</para>
/// <para>Time is bounded by the limits, which include the number of passes a JPEG's scans make; what the native code does
/// row by row also stops at <see cref="DecodeOptions.Timeout"/>.</para>
/// <para>Memory at the peak of one decode, in bytes for each pixel beside the file's own bytes (measured at 64 to 100
/// megapixels of RGB; grey takes a third of the first term, alpha adds one byte):</para>
/// <list type="bullet">
/// <item>The result: 3, or 1 if grey, in native memory, until the image is disposed.</item>
/// <item>While decoding, that included: JPEG, PNG, TIFF and BMP 3 to 3.5; progressive JPEG and interlaced PNG 6.5; WebP and
/// GIF 8.5; AVIF 16.</item>
/// <item>Turning by a quarter (orientations 5 to 8), placing a GIF's frame that does not cover its canvas, and making sure
/// that a suspicious JPEG is whole hold a second copy of the result for a moment: 6, after decoding is done.</item>
/// <item>A copy of the file's bytes is made of a GIF, of what lacks its end marker, and of bytes that are not the whole of an
/// array, such as those from <see cref="ImageFile"/>.</item>
/// </list>
/// <para>A lack of memory is <see cref="ImageErrorCode.TooLarge"/> where it can be caught. Native code ends the process when it
/// is refused a block that it did not expect to be refused (seen with GIF and interlaced PNG in a process of limited address
/// space): leave room for the peak of all decodes that run at once, or use <see cref="Isolation.IsolatedDecoder"/>.</para>
/// </remarks>
public sealed class ImageDecoder : IImageDecoder
{
    /// <summary>What the hungriest format takes for each pixel at its peak: AVIF, see above.</summary>
    internal const long PeakBytesPerPixel = 16;

    ImageDecoder()
    {
    }

    /// <summary>The one instance, for any number of threads.</summary>
    /// <remarks>
    /// Getting it loads nothing. The native library is first needed by <see cref="TryDecode"/> of any format but BMP, which
    /// throws <see cref="DllNotFoundException"/> at every call where it is missing.
    /// </remarks>
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
    /// <exception cref="DllNotFoundException">
    /// The native library for this platform is not installed; the message says what to install.
    /// </exception>
    public bool TryDecode(ReadOnlyMemory<byte> bytes, DecodeOptions options, [NotNullWhen(true)] out DecodedImage? image,
        [NotNullWhen(false)] out ImageError? error)
    {
        ArgumentNullException.ThrowIfNull(options);
        image = null;
        if (!TryPrepare(bytes.Span, options, out var format, out var structure, out error))
        {
            return false;
        }

        try
        {
            error = Decode(bytes, format, structure, options, out image);
        }
        catch (OutOfMemoryException)
        {
            error = Failures.NoMemory;
        }

        return error is null;
    }

    /// <summary>All that can be said of a file before a native decoder sees it; managed code only.</summary>
    internal static bool TryPrepare(ReadOnlySpan<byte> bytes, DecodeOptions options, out ImageFormat format,
        out ImageStructure structure, [NotNullWhen(false)] out ImageError? error)
    {
        if (!StructureReader.TryRead(bytes, options, out format, out structure, out error))
        {
            return false;
        }

        if (format == ImageFormat.Gif && !GifStructure.HasAllPixels(bytes, structure))
        {
            structure = structure with { IsCut = true };
        }

        error = structure.IsCut && !options.Tolerant ? Failures.Truncated(format)
            : options.Timeout == TimeSpan.Zero ? Failures.Timeout
            : null;
        return error is null;
    }

    static ImageError? Decode(ReadOnlyMemory<byte> bytes, ImageFormat format, in ImageStructure structure,
        DecodeOptions options, out DecodedImage? image)
    {
        image = null;
        if (!(format == ImageFormat.Bmp
            ? BmpDecoder.TryDecode(bytes.Span, options, out var picture, out var isPartial, out var error)
            : VipsDecoder.TryDecode(bytes, format, structure, options, out picture, out isPartial, out error)))
        {
            return error;
        }

        // An AVIF may crop itself, which only the decoder sees.
        if (Math.Min(picture.Width, picture.Height) < DecodeOptions.MinSide)
        {
            picture.Pixels.Release();
            return Failures.TooSmall(picture.Width, picture.Height);
        }

        var full = picture.Shrink > 1 ? ((int)structure.Width, (int)structure.Height) : (picture.Width, picture.Height);
        image = Finish(picture, full, format, options.ApplyOrientation ? structure.Orientation : 1, isPartial);
        return null;
    }

    static DecodedImage Finish(in RawPicture picture, (int Width, int Height) full, ImageFormat format, int orientation,
        bool isPartial)
    {
        var (width, height) = (picture.Width, picture.Height);
        var pixels = Orientation.Apply(picture.Pixels, width, height, picture.PixelSize, orientation);
        if (Orientation.SwapsSides(orientation))
        {
            (width, height) = (height, width);
            full = (full.Height, full.Width);
        }

        return new DecodedImage(pixels, width, height, (PixelLayout)picture.PixelSize, format, isPartial)
        {
            FullWidth = full.Width,
            FullHeight = full.Height,
        };
    }
}
