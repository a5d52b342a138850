using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using HashMatch.Imaging.Pixels;

namespace HashMatch.Imaging.Bmp;

/// <summary>Decodes a bitmap to RGB: every depth, masks, run lengths, bottom-up and top-down.</summary>
static class BmpDecoder
{
    /// <summary>Decodes. The caller has held the size against its limits.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, DecodeOptions options, out RawPicture picture, out bool isPartial,
        [NotNullWhen(false)] out ImageError? error)
    {
        picture = default;
        isPartial = false;
        if (!BmpHeader.TryRead(bytes, out var header, out error))
        {
            error ??= Failures.Truncated(ImageFormat.Bmp);
            return false;
        }

        var data = bytes[Math.Min(header.PixelStart, bytes.Length)..];
        var pixels = NativePixels.Allocate(header.Width * header.Height * 3);
        var canvas = new BmpCanvas(pixels.GetSpan(), header, ReadPalette(bytes, header));
        isPartial = header.Compression == BmpCompression.RunLength
            ? !BmpRunLength.TryDecode(data, header, canvas)
            : !TryDecodeRows(data, header, canvas);
        if (isPartial && !options.Tolerant)
        {
            pixels.Release();
            error = Failures.Truncated(ImageFormat.Bmp);
            return false;
        }

        error = null;
        picture = new RawPicture(pixels, header.Width, header.Height, PixelSize: 3);
        return true;
    }

    // Blue, green, red and, but for OS/2, a spare byte. Colours that the file does not have stay black.
    static byte[] ReadPalette(ReadOnlySpan<byte> bytes, in BmpHeader header)
    {
        var palette = new byte[3 * 256];
        for (var i = 0; i < header.PaletteLength; i++)
        {
            var at = header.PaletteStart + (i * header.PaletteEntrySize);
            if (at + 3 > Math.Min(bytes.Length, header.PixelStart))
            {
                break;
            }

            (palette[3 * i], palette[(3 * i) + 1], palette[(3 * i) + 2]) = (bytes[at + 2], bytes[at + 1], bytes[at]);
        }

        return palette;
    }

    // False when rows are missing; those stay white.
    static bool TryDecodeRows(ReadOnlySpan<byte> data, in BmpHeader header, in BmpCanvas canvas)
    {
        var rowLength = (int)((((long)header.Width * header.BitsPerPixel) + 7) / 8);
        var hasAlpha = header.Masks.Alpha != 0 && AlphaIsUsed(data, header);
        for (var row = 0; row < header.Height; row++)
        {
            var start = row * header.Stride;
            if (start + rowLength > data.Length)
            {
                canvas.FillRows(row, 255);
                return false;
            }

            var from = data.Slice((int)start, rowLength);
            if (header.Compression == BmpCompression.Masks)
            {
                DecodeMasks(from, header, hasAlpha, canvas.Row(row));
            }
            else if (header.BitsPerPixel == 24)
            {
                DecodeBlueGreenRed(from, canvas.Row(row));
            }
            else
            {
                DecodeIndices(from, header, canvas, row);
            }
        }

        return true;
    }

    static void DecodeBlueGreenRed(ReadOnlySpan<byte> from, Span<byte> to)
    {
        for (var i = 0; i + 2 < to.Length; i += 3)
        {
            (to[i], to[i + 1], to[i + 2]) = (from[i + 2], from[i + 1], from[i]);
        }
    }

    static void DecodeIndices(ReadOnlySpan<byte> from, in BmpHeader header, in BmpCanvas canvas, int row)
    {
        var bits = header.BitsPerPixel;
        var mask = (1 << bits) - 1;
        for (var x = 0; x < header.Width; x++)
        {
            var bit = (long)x * bits;
            canvas.Set(x, row, (byte)((from[(int)(bit >> 3)] >> (8 - bits - (int)(bit & 7))) & mask));
        }
    }

    static void DecodeMasks(ReadOnlySpan<byte> from, in BmpHeader header, bool hasAlpha, Span<byte> to)
    {
        var size = header.BitsPerPixel / 8;
        var (red, green, blue) = (new Channel(header.Masks.Red), new Channel(header.Masks.Green), new Channel(header.Masks.Blue));
        var alpha = new Channel(header.Masks.Alpha);
        for (var x = 0; x < header.Width; x++)
        {
            var word = Word(from[(x * size)..], size);
            var opacity = hasAlpha ? alpha.Of(word) : byte.MaxValue;
            to[3 * x] = PixelRules.OverWhite(red.Of(word), opacity);
            to[(3 * x) + 1] = PixelRules.OverWhite(green.Of(word), opacity);
            to[(3 * x) + 2] = PixelRules.OverWhite(blue.Of(word), opacity);
        }
    }

    // Some writers declare alpha and leave it 0 everywhere; they do not mean an invisible picture.
    static bool AlphaIsUsed(ReadOnlySpan<byte> data, in BmpHeader header)
    {
        var size = header.BitsPerPixel / 8;
        for (var row = 0; row < header.Height; row++)
        {
            var start = row * header.Stride;
            for (var x = 0; x < header.Width && start + ((x + 1L) * size) <= data.Length; x++)
            {
                if ((Word(data[(int)(start + ((long)x * size))..], size) & header.Masks.Alpha) != 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    static uint Word(ReadOnlySpan<byte> at, int size) =>
        size == 2 ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt32LittleEndian(at);

    /// <summary>One channel cut out of a word and brought to 0..255, rounded.</summary>
    readonly struct Channel(uint mask)
    {
        readonly int _shift = BitOperations.TrailingZeroCount(mask) & 31;
        readonly ulong _most = mask == 0 ? 0 : mask >> (BitOperations.TrailingZeroCount(mask) & 31);

        public byte Of(uint word)
        {
            var value = (ulong)((word & mask) >> _shift);
            return _most == 0 ? (byte)0 : _most == 255 ? (byte)value : (byte)(((value * 255) + (_most / 2)) / _most);
        }
    }
}
