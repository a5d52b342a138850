namespace HashMatch.Imaging.Pixels;

/// <summary>White paper for a picture that covers a part of it.</summary>
static class Canvas
{
    const byte White = 255;

    /// <summary>
    /// A picture of the given size with the old one at its place: the same one when it covers all, else a new block, and
    /// the old one is disposed.
    /// </summary>
    public static RawPicture Place(in RawPicture picture, int x, int y, int width, int height)
    {
        if ((picture.Width, picture.Height) == (width, height))
        {
            return picture;
        }

        using (picture.Pixels)
        {
            var size = picture.PixelSize;
            var canvas = NativePixels.Allocate(width * height * size);
            var from = picture.Pixels.GetSpan();
            var to = canvas.GetSpan();
            to.Fill(White);
            var rowLength = Math.Min(picture.Width, width - x) * size;
            for (var row = 0; row < Math.Min(picture.Height, height - y); row++)
            {
                from.Slice(row * picture.Width * size, rowLength).CopyTo(to[((((y + row) * width) + x) * size)..]);
            }

            return new RawPicture(canvas, width, height, size);
        }
    }
}
