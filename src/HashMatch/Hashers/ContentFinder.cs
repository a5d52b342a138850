namespace HashMatch.Hashers;

/// <summary>Finds what is left of a picture without any of its plain margins, whoever put them there.</summary>
/// <remarks>
/// <para>
/// A border that runs on into a dark or blown-out edge of the picture shows no step where it ends, and a picture with margins
/// of its own may lose them with the border. So a copy and its original are both taken down to where neither has a plain line
/// left at an edge: that is the same content, whatever was around it.
/// </para>
/// <para>
/// Lines are plain by their own mean alone, so what lies outside them has no say. Each edge gives up its plain lines in turn, until
/// none has any: a margin within a frame of another colour goes with it. Few pixels may stray, since a share of a line that
/// a wide border lengthens is another share without it.
/// </para>
/// </remarks>
static class ContentFinder
{
    /// <summary>Within it of a line's mean, in luma, a pixel is as the rest of a plain line.</summary>
    const int Stray = 20;

    /// <summary>The share of a plain line, in percent, that may stray.</summary>
    const int StrayPercent = 2;

    /// <summary>The share of a side, in percent, that must be left, and the pixels.</summary>
    const int LeastPercent = 10;

    const int LeastPixels = 16;

    /// <summary>The plain margins of a picture; the default if it has none, or hardly anything else.</summary>
    internal static PictureBorder Find(PixelView pixels)
    {
        PictureBorder margins = default;
        PictureBorder before;
        do
        {
            before = margins;
            var (right, bottom) = (pixels.Width - margins.Right, pixels.Height - margins.Bottom);
            margins = margins with { Top = EndOf(new EdgeLines(pixels, horizontal: true, last: false) { From = margins.Left, To = right }, margins.Top, bottom) };
            margins = margins with { Bottom = EndOf(new EdgeLines(pixels, horizontal: true, last: true) { From = margins.Left, To = right }, margins.Bottom, pixels.Height - margins.Top) };
            if (!IsEnough(pixels.Height - margins.Top - margins.Bottom, pixels.Height))
            {
                return default;
            }

            bottom = pixels.Height - margins.Bottom;
            margins = margins with { Left = EndOf(new EdgeLines(pixels, horizontal: false, last: false) { From = margins.Top, To = bottom }, margins.Left, right) };
            margins = margins with { Right = EndOf(new EdgeLines(pixels, horizontal: false, last: true) { From = margins.Top, To = bottom }, margins.Right, pixels.Width - margins.Left) };
            if (!IsEnough(pixels.Width - margins.Left - margins.Right, pixels.Width))
            {
                return default;
            }
        }
        while (margins != before);

        return margins;
    }

    /// <summary>The first line from one on that is not plain.</summary>
    static int EndOf(EdgeLines lines, int line, int end)
    {
        while (line < end && lines.PercentAway(line, lines.Mean(line), Stray) <= StrayPercent)
        {
            line++;
        }

        return line;
    }

    static bool IsEnough(int left, int side) => left >= LeastPixels && 100L * left >= (long)LeastPercent * side;
}
