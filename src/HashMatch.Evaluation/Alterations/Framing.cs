using HashMatch.Evaluation.Pixels;

namespace HashMatch.Evaluation.Alterations;

/// <summary>Something put around the picture.</summary>
static class Framing
{
    /// <summary>Bars above and below, an eighth of the height each.</summary>
    internal static RgbPicture Letterbox(RgbPicture picture, Rgb colour) => Surround(picture, 0, Part(picture.Height, 125), 0, Part(picture.Height, 125), colour);

    /// <summary>Bars left and right, an eighth of the width each.</summary>
    internal static RgbPicture Pillarbox(RgbPicture picture, Rgb colour) => Surround(picture, Part(picture.Width, 125), 0, Part(picture.Width, 125), 0, colour);

    /// <summary>A border all around, a twentieth of the shorter side.</summary>
    internal static RgbPicture Border(RgbPicture picture, Rgb colour)
    {
        var width = Part(picture.ShorterSide, 50);
        return Surround(picture, width, width, width, width, colour);
    }

    /// <summary>A white bar below, 14 percent of the height, with two lines of black signs.</summary>
    internal static RgbPicture Caption(RgbPicture picture, ulong seed)
    {
        var bar = Part(picture.Height, 140);
        var result = Surround(picture, 0, 0, 0, bar, Rgb.White);
        // A line is five cells high, with two cells around it.
        var cell = Math.Max(1, bar / 16);
        for (var line = 0; line < 2; line++)
        {
            Signs.Write(result, 2 * cell, picture.Height + (cell * (2 + (7 * line))), cell, Rgb.Black, seed + (ulong)line);
        }

        return result;
    }

    /// <summary>A window: title bar with three buttons, address bar, page to both sides, status bar.</summary>
    internal static RgbPicture Screenshot(RgbPicture picture, ulong seed)
    {
        var (bar, side) = (Part(picture.Height, 60), Part(picture.Width, 40));
        var result = Surround(picture, side, 2 * bar, side, bar, Rgb.Grey(245));
        result.Fill(0, 0, result.Width, bar, new Rgb(48, 52, 60));
        result.Fill(0, result.Height - (bar / 2), result.Width, bar, Rgb.Grey(222));
        result.Fill(bar, bar + (bar / 5), result.Width - (2 * bar), Math.Max(1, bar * 3 / 5), Rgb.White);
        Signs.Write(result, 2 * bar, bar + (bar / 3), Math.Max(1, bar / 14), Rgb.Grey(90), seed);
        Rgb[] buttons = [new(230, 90, 80), new(235, 185, 60), new(90, 185, 90)];
        for (var i = 0; i < buttons.Length; i++)
        {
            result.Fill((bar / 2) + (i * bar * 3 / 4), bar / 3, Math.Max(1, bar / 3), Math.Max(1, bar / 3), buttons[i]);
        }

        return result;
    }

    static int Part(int side, int thousandths) => Math.Max(1, side * thousandths / 1000);

    static RgbPicture Surround(RgbPicture picture, int left, int top, int right, int bottom, Rgb colour)
    {
        var result = RgbPicture.Filled(left + picture.Width + right, top + picture.Height + bottom, colour);
        result.Place(picture, left, top);
        return result;
    }
}
