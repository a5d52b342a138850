namespace HashMatch.Hashers;

/// <summary>Finds bars and frames of one colour around a picture: letterbox, pillarbox, mats.</summary>
/// <remarks>
/// <para>
/// From each edge inwards, lines belong to the border as long as nearly all their pixels have the luma of the edge. What
/// ends it must be a step: much of the next line differs clearly. So skies, vignettes and night scenes keep their edges,
/// where lines stray little by little or in few pixels, and so does a drawing on a white page. Each edge is looked at
/// twice, as a clean border, which may end at a small step, and as one that compression has made noisy; the sharper end
/// is taken.
/// </para>
/// <para>
/// Luma alone is looked at, as in PDQ, and of long lines not every pixel: a picture without a border costs a few lines.
/// Stateless and thread-safe.
/// </para>
/// </remarks>
public static class BorderFinder
{
    /// <summary>The share of a line, in percent, that may stray from the border.</summary>
    const int StrayPercent = 6;

    /// <summary>The share of a line, in percent, that must differ clearly where the border ends.</summary>
    const int StepPercent = 50;

    /// <summary>The share of a side, in percent, that always stays.</summary>
    const int KeptPercent = 40;

    /// <summary>The share of a side, in percent, below which a border is not worth a hash of its own.</summary>
    const int LeastPercent = 1;

    static readonly BorderTolerance s_clean = new(Stray: 6, Drift: 2, Step: 10);
    static readonly BorderTolerance s_noisy = new(Stray: 20, Drift: 6, Step: 28);

    /// <summary>The border of a picture, each side on its own.</summary>
    /// <param name="pixels">A picture of any size.</param>
    /// <returns>The border; the default if there is none, or if it would leave less than 40 % of a side.</returns>
    public static PictureBorder Find(PixelView pixels)
    {
        Span<EdgeRun> ends = stackalloc EdgeRun[4];
        ends.Clear();
        Find(pixels, s_clean, ends);
        Find(pixels, s_noisy, ends);
        var (left, right) = Keep(ends[0], ends[2], pixels.Width);
        var (top, bottom) = Keep(ends[1], ends[3], pixels.Height);
        return new PictureBorder(left, top, right, bottom);
    }

    /// <summary>Looks at all four edges; an end sharper than the one known replaces it.</summary>
    static void Find(PixelView pixels, BorderTolerance tolerance, Span<EdgeRun> ends)
    {
        // Rows first, over the whole width: in a frame, rows above and below the picture are border from end to end.
        // Columns then, between them, and the steps at the inner rectangle last.
        var top = new EdgeLines(pixels, horizontal: true, last: false);
        var bottom = new EdgeLines(pixels, horizontal: true, last: true);
        var (above, below) = CountBoth(top, bottom, tolerance);
        var left = new EdgeLines(pixels, horizontal: false, last: false) { From = above, To = pixels.Height - below };
        var right = new EdgeLines(pixels, horizontal: false, last: true) { From = above, To = pixels.Height - below };
        var (before, after) = CountBoth(left, right, tolerance);
        Confirm(left, before, tolerance, ref ends[0]);
        Confirm(top with { From = before, To = pixels.Width - after }, above, tolerance, ref ends[1]);
        Confirm(right, after, tolerance, ref ends[2]);
        Confirm(bottom with { From = before, To = pixels.Width - after }, below, tolerance, ref ends[3]);
    }

    /// <summary>The lines from two opposite edges that look like border; none if too little would be left.</summary>
    static (int First, int Last) CountBoth(EdgeLines first, EdgeLines last, BorderTolerance tolerance)
    {
        var most = MostOf(first.Count);
        var (firstCount, lastCount) = (Count(first, most, tolerance), Count(last, most, tolerance));
        return firstCount + lastCount <= most ? (firstCount, lastCount) : (0, 0);
    }

    /// <summary>How many lines from the edge on have its luma, one more than <paramref name="most"/> if they do not end.</summary>
    static int Count(EdgeLines lines, int most, BorderTolerance tolerance)
    {
        var luma = lines.Mean(0);
        var line = 0;
        while (line <= most && Math.Abs(lines.Mean(line) - luma) <= tolerance.Drift && lines.PercentAway(line, luma, tolerance.Stray) <= StrayPercent)
        {
            line++;
        }

        return line;
    }

    /// <summary>Takes the lines counted for border if they are enough, end at a step, and at a sharper one than before.</summary>
    static void Confirm(EdgeLines lines, int count, BorderTolerance tolerance, ref EdgeRun end)
    {
        if (count == 0 || 100L * count < (long)LeastPercent * lines.Count)
        {
            return;
        }

        // Resized, a step is a slope of a few lines.
        var luma = lines.Mean(0);
        var reach = Math.Min(lines.Count, count + Math.Max(3, lines.Count / 64));
        for (var line = count; line < reach; line++)
        {
            if (lines.PercentAway(line, luma, tolerance.Step) >= StepPercent)
            {
                var sharpness = lines.MeanStep(count);
                end = sharpness > end.Sharpness ? new EdgeRun(count, sharpness) : end;
                return;
            }
        }
    }

    static (int First, int Last) Keep(EdgeRun first, EdgeRun last, int side) =>
        first.Count + last.Count <= MostOf(side) ? (first.Count, last.Count) : (0, 0);

    static int MostOf(int side) => (int)(side * (100L - KeptPercent) / 100);

    /// <summary>A border at one edge: its lines, and how sharply the picture steps away from them.</summary>
    readonly record struct EdgeRun(int Count, int Sharpness);
}
