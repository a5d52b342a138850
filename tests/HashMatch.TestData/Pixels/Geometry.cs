namespace HashMatch.TestData.Pixels;

/// <summary>Changes that only move pixels: crops, turns, mirrors, frames.</summary>
static class Geometry
{
    /// <summary>Cuts a share of the width off both sides and of the height off top and bottom, in thousandths.</summary>
    public static RgbImage Crop(RgbImage image, int perMille)
    {
        var left = image.Width * perMille / 1000;
        var top = image.Height * perMille / 1000;
        return image.Rearrange(image.Width - (2 * left), image.Height - (2 * top), (x, y) => (x + left, y + top));
    }

    /// <summary>Turns by 90 degrees counter-clockwise.</summary>
    public static RgbImage Rotate90(RgbImage image) =>
        image.Rearrange(image.Height, image.Width, (x, y) => (image.Width - 1 - y, x));

    /// <summary>Turns by 180 degrees.</summary>
    public static RgbImage Rotate180(RgbImage image) =>
        image.Rearrange(image.Width, image.Height, (x, y) => (image.Width - 1 - x, image.Height - 1 - y));

    /// <summary>Exchanges left and right.</summary>
    public static RgbImage Mirror(RgbImage image) =>
        image.Rearrange(image.Width, image.Height, (x, y) => (image.Width - 1 - x, y));

    /// <summary>Puts a frame of one colour around the picture.</summary>
    public static RgbImage Frame(RgbImage image, int thickness, int hex)
    {
        var result = new RgbImage(image.Width + (2 * thickness), image.Height + (2 * thickness));
        for (var y = 0; y < result.Height; y++)
        {
            for (var x = 0; x < result.Width; x++)
            {
                var inX = x - thickness;
                var inY = y - thickness;
                if (inX < 0 || inY < 0 || inX >= image.Width || inY >= image.Height)
                {
                    result.Set(x, y, hex);
                }
                else
                {
                    image.Pixel(inX, inY).CopyTo(result.Pixel(x, y));
                }
            }
        }

        return result;
    }
}
