using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using HashMatch.Imaging.Formats;
using StbImageSharp;

namespace HashMatch.Imaging.Decoders;

/// <summary>Bitmaps: those with a palette by our own reader, the others by StbImageSharp behind checks of the headers.</summary>
static class BmpDecoder
{
    internal static bool TryReadHeader(ReadOnlySpan<byte> bytes, DecodeOptions options, out ImageHeader header,
        [NotNullWhen(false)] out ImageError? error)
    {
        header = default;
        if (!TryParse(bytes, options, out var bmp, out error))
        {
            return false;
        }

        header = new ImageHeader(ImageFormat.Bmp, bmp.Width, bmp.Height);
        return true;
    }

    internal static bool TryDecode(ReadOnlySpan<byte> bytes, DecodeOptions options, [NotNullWhen(true)] out DecodedImage? image,
        [NotNullWhen(false)] out ImageError? error)
    {
        image = null;
        if (!TryParse(bytes, options, out var header, out error))
        {
            return false;
        }

        if (header.BitsPerPixel <= 8 || header.Compression is BmpCompression.RunLength8 or BmpCompression.RunLength4)
        {
            return BmpPaletteDecoder.TryDecode(bytes, header, options.Tolerant, out image, out error);
        }

        var isPartial = header.DataOffset + header.UncompressedLength > bytes.Length;
        if (isPartial && !options.Tolerant)
        {
            error = ImageErrors.Truncated;
            return false;
        }

        return TryDecodeByStb(bytes, header, isPartial, out image, out error);
    }

    static bool TryParse(ReadOnlySpan<byte> bytes, DecodeOptions options, out BmpHeader header, [NotNullWhen(false)] out ImageError? error)
    {
        if (!BmpHeader.TryParse(bytes, out header, out error))
        {
            return false;
        }

        error = header.Compression is BmpCompression.Jpeg or BmpCompression.Png or > BmpCompression.AlphaBitFields or < BmpCompression.None
            ? ImageErrors.UnsupportedKind("a bitmap around another format")
            : ImageErrors.OfSize(header.Width, header.Height, options);
        return error is null;
    }

    static bool TryDecodeByStb(ReadOnlySpan<byte> bytes, BmpHeader header, bool isPartial, [NotNullWhen(true)] out DecodedImage? image,
        [NotNullWhen(false)] out ImageError? error)
    {
        image = null;
        ImageResult result;
        try
        {
            result = ImageResult.FromMemory(header.Compression == BmpCompression.None ? WithPlainHeader(bytes, header) : bytes.ToArray());
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The library throws plain exceptions, index errors among them, for what it does not read.
            error = ImageErrors.UnsupportedKind("an unusual bitmap, or a corrupt one");
            return false;
        }

        if (result.Width != header.Width || result.Height != header.Height)
        {
            error = ImageErrors.Corrupt;
            return false;
        }

        var pixels = PixelMemory.Rent(result.Data.Length);
        result.Data.CopyTo(pixels.Memory);
        var layout = PixelConversion.ToGreyOrRgb(pixels.Memory.Span, result.Width * result.Height, (int)result.Comp);
        image = new DecodedImage(pixels, result.Width, result.Height, layout, ImageFormat.Bmp, isPartial);
        error = null;
        return true;
    }

    /// <summary>The same pixels behind the one header that every reader knows: the library takes few of the many there are.</summary>
    static byte[] WithPlainHeader(ReadOnlySpan<byte> bytes, BmpHeader header)
    {
        const int HeaderLength = 54;
        var data = bytes[Math.Min(header.DataOffset, bytes.Length)..];
        var plain = new byte[HeaderLength + data.Length];
        "BM"u8.CopyTo(plain);
        BinaryPrimitives.WriteInt32LittleEndian(plain.AsSpan(2), plain.Length);
        BinaryPrimitives.WriteInt32LittleEndian(plain.AsSpan(10), HeaderLength);
        BinaryPrimitives.WriteInt32LittleEndian(plain.AsSpan(14), HeaderLength - 14);
        BinaryPrimitives.WriteInt32LittleEndian(plain.AsSpan(18), header.Width);
        BinaryPrimitives.WriteInt32LittleEndian(plain.AsSpan(22), header.IsTopDown ? -header.Height : header.Height);
        BinaryPrimitives.WriteInt16LittleEndian(plain.AsSpan(26), 1);
        BinaryPrimitives.WriteInt16LittleEndian(plain.AsSpan(28), (short)header.BitsPerPixel);
        data.CopyTo(plain.AsSpan(HeaderLength));
        return plain;
    }
}
