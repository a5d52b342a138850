using HashMatch.TestData.Pixels;

namespace HashMatch.TestData.Scenes;

/// <summary>A card with large letters, a bar of colour and a frame: what screenshots and notices look like.</summary>
static class TextCard
{
    /// <summary>Draws the card.</summary>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="paper">The background, such as 0xFFFFFF.</param>
    /// <param name="ink">The letters.</param>
    /// <param name="lines">One or more lines of text.</param>
    public static RgbImage Draw(int width, int height, int paper, int ink, params string[] lines)
    {
        var image = new RgbImage(width, height);
        var frame = height / 24;
        Fill(image, 0, 0, width, height, ink);
        Fill(image, frame, frame, width - frame, height - frame, paper);
        Fill(image, frame, height * 3 / 4, width - frame, (height * 3 / 4) + (height / 12), ink);
        var scale = width * 8 / 10 / (lines.Max(line => line.Length) * BitmapFont.Advance);
        scale = Math.Min(scale, height * 11 / 20 / (lines.Length * (BitmapFont.Height + 2)));
        var top = (height * 2 / 5) - (lines.Length * (BitmapFont.Height + 2) * scale / 2);
        foreach (var line in lines)
        {
            Lettering.WriteCentred(image, line, scale, top, ink);
            top += (BitmapFont.Height + 2) * scale;
        }

        return image;
    }

    static void Fill(RgbImage image, int left, int top, int right, int bottom, int hex)
    {
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                image.Set(x, y, hex);
            }
        }
    }
}
