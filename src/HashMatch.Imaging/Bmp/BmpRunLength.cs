namespace HashMatch.Imaging.Bmp;

/// <summary>Decodes run lengths of 4, 8 and (OS/2) 24 bits.</summary>
/// <remarks>
/// A run that leaves its row is clipped, as most readers do. Pixels that are skipped take the palette's first colour.
/// Work is bounded by the bytes: each code paints at most 255 pixels.
/// </remarks>
static class BmpRunLength
{
    /// <summary>False when the codes run out before the picture is full and no end was marked.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> data, in BmpHeader header, in BmpCanvas canvas)
    {
        Clear(header, canvas);
        var (x, row, at) = (0, 0, 0);
        while (at + 1 < data.Length && row < header.Height)
        {
            var (count, code) = (data[at], data[at + 1]);
            if (count > 0)
            {
                at++;
                var size = BytesOf(1, header.BitsPerPixel);
                if (at + size > data.Length)
                {
                    return false;
                }

                Paint(data.Slice(at, size), count, isRun: true, header, canvas, ref x, row);
                at += size;
                continue;
            }

            at += 2;
            switch (code)
            {
                case 0:
                    (x, row) = (0, row + 1);
                    break;
                case 1:
                    return true;
                case 2 when at + 1 < data.Length:
                    x = Math.Min(x + data[at], header.Width);
                    row += data[at + 1];
                    at += 2;
                    break;
                case 2:
                    return false;
                default:
                    var length = BytesOf(code, header.BitsPerPixel);
                    if (at + length > data.Length)
                    {
                        return false;
                    }

                    Paint(data.Slice(at, length), code, isRun: false, header, canvas, ref x, row);
                    // Literal pixels are padded to words.
                    at += length + (length & 1);
                    break;
            }
        }

        // A picture whose last pixel is painted is whole, end code or not.
        return row >= header.Height || (row == header.Height - 1 && x >= header.Width);
    }

    static int BytesOf(int pixels, int bits) => ((pixels * bits) + 7) / 8;

    static void Paint(ReadOnlySpan<byte> from, int count, bool isRun, in BmpHeader header, in BmpCanvas canvas, ref int x, int row)
    {
        for (var i = 0; i < count && x < header.Width; i++, x++)
        {
            switch (header.BitsPerPixel)
            {
                case 24:
                    var at = isRun ? 0 : 3 * i;
                    var to = canvas.Row(row)[(3 * x)..];
                    (to[0], to[1], to[2]) = (from[at + 2], from[at + 1], from[at]);
                    break;
                case 8:
                    canvas.Set(x, row, from[isRun ? 0 : i]);
                    break;
                default:
                    // Two pixels a byte, the high half first; a run alternates between them.
                    var pair = from[isRun ? 0 : i / 2];
                    canvas.Set(x, row, (byte)((i & 1) == 0 ? pair >> 4 : pair & 15));
                    break;
            }
        }
    }

    static void Clear(in BmpHeader header, in BmpCanvas canvas)
    {
        for (var x = 0; x < header.Width; x++)
        {
            canvas.Set(x, 0, 0);
        }

        for (var row = 1; row < header.Height; row++)
        {
            canvas.Row(0).CopyTo(canvas.Row(row));
        }
    }
}
