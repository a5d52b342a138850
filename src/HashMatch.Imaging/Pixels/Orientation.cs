namespace HashMatch.Imaging.Pixels;

/// <summary>Turns and mirrors pixels as the eight EXIF orientations ask.</summary>
static class Orientation
{
    // A square of this side, read by columns, stays in the first-level cache.
    const int Tile = 32;

    /// <summary>Whether width and height change places.</summary>
    public static bool SwapsSides(int orientation) => orientation >= 5;

    /// <summary>
    /// Applies the orientation: in place, or, where sides change places, into a new block while the old one is disposed.
    /// </summary>
    public static NativePixels Apply(NativePixels pixels, int width, int height, int pixelSize, int orientation)
    {
        var data = pixels.GetSpan();
        if (orientation is 3 or 4)
        {
            Reverse(data, pixelSize);
        }

        if (orientation is 2 or 4)
        {
            for (var y = 0; y < height; y++)
            {
                Reverse(data.Slice(y * width * pixelSize, width * pixelSize), pixelSize);
            }
        }

        if (!SwapsSides(orientation))
        {
            return pixels;
        }

        using (pixels)
        {
            var turned = NativePixels.Allocate(data.Length);
            Turn(data, turned.GetSpan(), width, height, pixelSize, orientation);
            return turned;
        }
    }

    // Mirrors a row; turns a whole picture by half.
    static void Reverse(Span<byte> pixels, int pixelSize)
    {
        pixels.Reverse();
        if (pixelSize == 3)
        {
            // Reversing the bytes reversed each pixel too.
            for (var i = 0; i < pixels.Length; i += 3)
            {
                (pixels[i], pixels[i + 2]) = (pixels[i + 2], pixels[i]);
            }
        }
    }

    // Row y of the result is column y of the source, counted from the right for 7 and 8, upwards for 6 and 7.
    static void Turn(ReadOnlySpan<byte> from, Span<byte> to, int width, int height, int pixelSize, int orientation)
    {
        var fromRight = orientation is 7 or 8;
        var upwards = orientation is 6 or 7;
        for (var tileY = 0; tileY < width; tileY += Tile)
        {
            for (var tileX = 0; tileX < height; tileX += Tile)
            {
                for (var y = tileY; y < Math.Min(tileY + Tile, width); y++)
                {
                    var column = fromRight ? width - 1 - y : y;
                    for (var x = tileX; x < Math.Min(tileX + Tile, height); x++)
                    {
                        var row = upwards ? height - 1 - x : x;
                        var source = ((row * width) + column) * pixelSize;
                        var target = ((y * height) + x) * pixelSize;
                        to[target] = from[source];
                        if (pixelSize == 3)
                        {
                            to[target + 1] = from[source + 1];
                            to[target + 2] = from[source + 2];
                        }
                    }
                }
            }
        }
    }
}
