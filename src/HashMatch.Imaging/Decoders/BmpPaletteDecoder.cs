using System.Diagnostics.CodeAnalysis;
using HashMatch.Hashers;
using HashMatch.Imaging.Formats;

namespace HashMatch.Imaging.Decoders;

/// <summary>Bitmaps of 1 to 8 bits a pixel, plain or in runs. Pixels a file leaves out show its first colour.</summary>
static class BmpPaletteDecoder
{
    internal static bool TryDecode(ReadOnlySpan<byte> bytes, BmpHeader header, bool tolerant, [NotNullWhen(true)] out DecodedImage? image,
        [NotNullWhen(false)] out ImageError? error)
    {
        image = null;
        if (header.DataOffset > bytes.Length)
        {
            error = ImageErrors.Truncated;
            return false;
        }

        if (!IsConsistent(header))
        {
            error = ImageErrors.Corrupt;
            return false;
        }

        var pixels = PixelMemory.Rent(header.Width * header.Height * 3);
        Canvas canvas = new(pixels.Memory.Span, header, bytes);
        var data = bytes[header.DataOffset..];
        var isWhole = header.Compression == BmpCompression.None
            ? TryFill(data, header, ref canvas)
            : TryRun(data, ref canvas, header.BitsPerPixel);
        if (canvas.IsLeft || (!isWhole && !tolerant))
        {
            pixels.Dispose();
            error = canvas.IsLeft ? ImageErrors.Corrupt : ImageErrors.Truncated;
            return false;
        }

        if (header.IsTopDown)
        {
            pixels = new Orientation(4).Apply(pixels, header.Width, header.Height, 3);
        }

        image = new DecodedImage(pixels, header.Width, header.Height, PixelLayout.Rgb24, ImageFormat.Bmp, !isWhole);
        error = null;
        return true;
    }

    static bool IsConsistent(BmpHeader header) => header.PaletteCount > 0 && header.Compression switch
    {
        BmpCompression.None => header.BitsPerPixel <= 8,
        BmpCompression.RunLength8 => header.BitsPerPixel == 8 && !header.IsTopDown,
        BmpCompression.RunLength4 => header.BitsPerPixel == 4 && !header.IsTopDown,
        _ => false,
    };

    /// <summary>Draws row after row, each padded to 32 bits; false when the data end before the last one.</summary>
    static bool TryFill(ReadOnlySpan<byte> data, BmpHeader header, scoped ref Canvas canvas)
    {
        var bits = header.BitsPerPixel;
        var mask = (1 << bits) - 1;
        var rowLength = (int)(header.UncompressedLength / header.Height);
        for (var row = 0; row < header.Height; row++)
        {
            if (data.Length < rowLength)
            {
                return false;
            }

            for (var bit = 0; bit < header.Width * bits; bit += bits)
            {
                canvas.Draw((data[bit >> 3] >> (8 - bits - (bit & 7))) & mask);
            }

            canvas.NextLine();
            data = data[rowLength..];
        }

        return true;
    }

    /// <summary>Draws run after run; false when the data end before their end mark and before the last row.</summary>
    static bool TryRun(ReadOnlySpan<byte> data, scoped ref Canvas canvas, int bits)
    {
        const int EndOfLine = 0;
        const int EndOfBitmap = 1;
        const int Delta = 2;
        var position = 0;
        while (position + 1 < data.Length && !canvas.IsLeft)
        {
            int count = data[position];
            int value = data[position + 1];
            position += 2;
            if (count > 0)
            {
                for (var i = 0; i < count; i++)
                {
                    canvas.Draw(bits == 8 ? value : (value >> ((i & 1) == 0 ? 4 : 0)) & 15);
                }
            }
            else if (value == EndOfLine)
            {
                canvas.NextLine();
            }
            else if (value == EndOfBitmap)
            {
                return true;
            }
            else if (value == Delta)
            {
                if (position + 1 >= data.Length)
                {
                    return false;
                }

                canvas.Move(data[position], data[position + 1]);
                position += 2;
            }
            else
            {
                // Literal pixels, padded to 16 bits.
                var length = bits == 8 ? value : (value + 1) / 2;
                if (position + length > data.Length)
                {
                    return false;
                }

                for (var i = 0; i < value; i++)
                {
                    canvas.Draw(bits == 8 ? data[position + i] : (data[position + (i / 2)] >> ((i & 1) == 0 ? 4 : 0)) & 15);
                }

                position += length + (length & 1);
            }
        }

        return canvas.IsFull;
    }

    /// <summary>The picture being drawn, bottom row first.</summary>
    ref struct Canvas
    {
        readonly Span<byte> _pixels;
        readonly ReadOnlySpan<byte> _palette;
        readonly int _entryLength;
        readonly int _colours;
        readonly int _width;
        readonly int _height;
        int _x;
        int _row;

        internal Canvas(Span<byte> pixels, BmpHeader header, ReadOnlySpan<byte> bytes)
        {
            _pixels = pixels;
            _palette = bytes[header.PaletteOffset..header.DataOffset];
            _entryLength = header.PaletteEntryLength;
            _colours = header.PaletteCount;
            _width = header.Width;
            _height = header.Height;
            for (var i = 0; i < _width * _height; i++)
            {
                Paint(i, 0);
            }
        }

        /// <summary>Whether the last row was reached and filled.</summary>
        internal readonly bool IsFull => _row >= _height || (_row == _height - 1 && _x >= _width);

        /// <summary>Whether drawing left the picture.</summary>
        internal bool IsLeft { get; private set; }

        internal void Draw(int index)
        {
            if (_row >= _height || index >= _colours)
            {
                IsLeft = true;
            }
            else if (_x < _width)
            {
                Paint(((_height - 1 - _row) * _width) + _x, index);
                _x++;
            }
        }

        internal void NextLine() => (_x, _row) = (0, _row + 1);

        internal void Move(int right, int up) => (_x, _row) = (_x + right, _row + up);

        readonly void Paint(int pixel, int index)
        {
            var colour = _palette.Slice(index * _entryLength, 3);
            (_pixels[3 * pixel], _pixels[(3 * pixel) + 1], _pixels[(3 * pixel) + 2]) = (colour[2], colour[1], colour[0]);
        }
    }
}
