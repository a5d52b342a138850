using HashMatch.Evaluation.Pixels;

namespace HashMatch.Evaluation.Alterations;

/// <summary>A mark laid over the lower right corner: a disc with a white ring and a white bar.</summary>
static class Logo
{
    const int Opacity = 85;

    static readonly Rgb s_disc = new(30, 80, 170);

    internal static RgbPicture Overlay(RgbPicture picture)
    {
        var result = picture.Clone();
        // A ninth of the shorter side, in and around which all else is measured.
        var radius = Math.Max(2, picture.ShorterSide / 9);
        var (middleX, middleY) = (picture.Width - (radius * 5 / 4), picture.Height - (radius * 5 / 4));
        for (var dy = -radius; dy <= radius; dy++)
        {
            for (var dx = -radius; dx <= radius; dx++)
            {
                var square = (dx * dx) + (dy * dy);
                var (x, y) = (middleX + dx, middleY + dy);
                if (square <= radius * radius && x >= 0 && y >= 0 && x < picture.Width && y < picture.Height)
                {
                    var isRing = square * 100 >= radius * radius * 72;
                    var isBar = Math.Abs(dx + dy) * 4 < radius;
                    Mix(result.Pixel(x, y), isRing || isBar ? Rgb.White : s_disc);
                }
            }
        }

        return result;
    }

    static void Mix(Span<byte> pixel, Rgb colour)
    {
        ReadOnlySpan<byte> over = [colour.Red, colour.Green, colour.Blue];
        for (var channel = 0; channel < 3; channel++)
        {
            pixel[channel] = (byte)(((pixel[channel] * (100 - Opacity)) + (over[channel] * Opacity) + 50) / 100);
        }
    }
}
