using System.Diagnostics.CodeAnalysis;
using HashMatch.Imaging.Decoders;
using HashMatch.Imaging.Formats;

namespace HashMatch.Imaging;

/// <summary>The default decoder: libvips through NetVips, and StbImageSharp for BMP.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>The format is told by the first bytes; only the loader of that format sees the file.</item>
/// <item>Grey stays grey, everything else becomes RGB. 16-bit samples keep their upper 8 bits. Palettes are expanded.
/// ICC profiles are not applied, as PDQ's reference ignores them. CMYK becomes
/// R = (255 - C)(255 - K) / 255 and so on; Lab, XYZ and scRGB become sRGB by libvips; other sample types are refused.</item>
/// <item>Alpha is composited over white: (v * a + 255 * (255 - a)) / 255. Every division rounds to the nearest.</item>
/// <item>EXIF orientation is applied unless told otherwise. Of animations and multi-page files the first frame is read.</item>
/// <item>A file that ends before its first picture does is truncated, also where a library would show a grey rest; one
/// that only lacks an end mark after it is whole.</item>
/// <item>Pictures with a side below 5 pixels are too small for any hash.</item>
/// </list>
/// Thread-safe. It does not throw for bad input.
/// </remarks>
public sealed class ImageDecoder : IImageDecoder
{
    ImageDecoder()
    {
    }

    /// <summary>The one instance.</summary>
    public static IImageDecoder Default { get; } = new ImageDecoder();

    /// <inheritdoc/>
    public bool TryReadHeader(ReadOnlyMemory<byte> bytes, DecodeOptions options, out ImageHeader header,
        [NotNullWhen(false)] out ImageError? error)
    {
        header = default;
        return TrySniff(bytes, options, out var format, out error) && (format == ImageFormat.Bmp
            ? BmpDecoder.TryReadHeader(bytes.Span, options, out header, out error)
            : VipsDecoder.TryReadHeader(format, bytes, options, out header, out error));
    }

    /// <inheritdoc/>
    public bool TryDecode(ReadOnlyMemory<byte> bytes, DecodeOptions options, [NotNullWhen(true)] out DecodedImage? image,
        [NotNullWhen(false)] out ImageError? error)
    {
        image = null;
        return TrySniff(bytes, options, out var format, out error) && (format == ImageFormat.Bmp
            ? BmpDecoder.TryDecode(bytes.Span, options, out image, out error)
            : VipsDecoder.TryDecode(format, bytes, options, out image, out error));
    }

    static bool TrySniff(ReadOnlyMemory<byte> bytes, DecodeOptions options, out ImageFormat format,
        [NotNullWhen(false)] out ImageError? error)
    {
        ArgumentNullException.ThrowIfNull(options);
        var sniffed = FormatSniffer.Sniff(bytes.Span);
        format = sniffed ?? default;
        error = bytes.IsEmpty ? ImageErrors.Empty
            : bytes.Length > options.MaxBytes ? ImageErrors.TooManyBytes(options.MaxBytes)
            : sniffed is null ? ImageErrors.UnsupportedFormat
            : null;
        return error is null;
    }
}
