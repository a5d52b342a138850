namespace HashMatch.Hashers;

/// <summary>The lines of a picture parallel to one of its edges, counted from that edge inwards.</summary>
/// <param name="pixels">The picture.</param>
/// <param name="horizontal">Rows if true, else columns.</param>
/// <param name="last">Counted from the last row or column backwards.</param>
readonly ref struct EdgeLines(PixelView pixels, bool horizontal, bool last)
{
    /// <summary>Pixels looked at of a line: more would only cost time.</summary>
    const int MostSamples = 256;

    readonly PixelView _pixels = pixels;

    /// <summary>Where along the lines looking begins.</summary>
    internal int From { get; init; }

    /// <summary>Where along the lines looking ends.</summary>
    internal int To { get; init; } = horizontal ? pixels.Width : pixels.Height;

    /// <summary>How many lines there are.</summary>
    internal int Count => horizontal ? _pixels.Height : _pixels.Width;

    /// <summary>The mean luma of a line, rounded.</summary>
    internal int Mean(int line)
    {
        var sum = 0;
        var count = 0;
        for (var at = From; at < To; at += Spacing)
        {
            sum += Luma(line, at);
            count++;
        }

        return (sum + (count / 2)) / count;
    }

    /// <summary>How many in a hundred of a line's pixels differ from <paramref name="luma"/> by more than <paramref name="by"/>, rounded up.</summary>
    internal int PercentAway(int line, int luma, int by)
    {
        var away = 0;
        var count = 0;
        for (var at = From; at < To; at += Spacing)
        {
            away += Math.Abs(Luma(line, at) - luma) > by ? 1 : 0;
            count++;
        }

        return ((100 * away) + count - 1) / count;
    }

    /// <summary>The mean step from the line before to a line, in hundredths of luma.</summary>
    internal int MeanStep(int line)
    {
        var sum = 0;
        var count = 0;
        for (var at = From; at < To; at += Spacing)
        {
            sum += Math.Abs(Luma(line, at) - Luma(line - 1, at));
            count++;
        }

        return 100 * sum / count;
    }

    int Spacing => Math.Max(1, (To - From) / MostSamples);

    /// <summary>Luma in whole numbers: borders need no more.</summary>
    int Luma(int line, int at)
    {
        var inward = last ? Count - 1 - line : line;
        var (y, x) = horizontal ? (inward, at) : (at, inward);
        var pixel = _pixels.Data[((y * _pixels.Stride) + (x * (int)_pixels.Layout))..];
        return _pixels.Layout == PixelLayout.Grey8 ? pixel[0] : ((77 * pixel[0]) + (150 * pixel[1]) + (29 * pixel[2])) >> 8;
    }
}
