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
    /// <summary>The share of a line, in percent, that must differ clearly where the border ends.</summary>
    const int StepPercent = 50;

    /// <summary>The same where two opposite borders are equally wide, and <see cref="EvenPercent"/> of the side at least.</summary>
    const int FaintStepPercent = 15;

    const int EvenPercent = 3;

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
        Keep(ref ends[0], ref ends[2], pixels.Width);
        Keep(ref ends[1], ref ends[3], pixels.Height);
        KeepOneLuma(ends);
        return new PictureBorder(ends[0].Count, ends[1].Count, ends[2].Count, ends[3].Count);
    }

    /// <summary>Looks at all four edges; an end sharper than the one known replaces it.</summary>
    static void Find(PixelView pixels, BorderTolerance tolerance, Span<EdgeRun> ends)
    {
        // Rows first, over the whole width: in a frame, rows above and below the picture are border from end to end.
        // Columns then, between them, and the steps at the inner rectangle last.
        var top = new EdgeLines(pixels, horizontal: true, last: false);
        var bottom = new EdgeLines(pixels, horizontal: true, last: true);
        var (above, below) = (EdgeRun.CountOf(top, tolerance), EdgeRun.CountOf(bottom, tolerance));
        var (cutAbove, cutBelow) = above + below <= EdgeRun.MostOf(top.Count) ? (above, below) : (0, 0);
        var left = new EdgeLines(pixels, horizontal: false, last: false) { From = cutAbove, To = pixels.Height - cutBelow };
        var right = new EdgeLines(pixels, horizontal: false, last: true) { From = cutAbove, To = pixels.Height - cutBelow };
        var (before, after) = (EdgeRun.CountOf(left, tolerance), EdgeRun.CountOf(right, tolerance));
        var (cutBefore, cutAfter) = before + after <= EdgeRun.MostOf(left.Count) ? (before, after) : (0, 0);
        Confirm(left, before, right, after, tolerance, ref ends[0], ref ends[2]);
        Confirm(
            top with { From = cutBefore, To = pixels.Width - cutAfter }, above,
            bottom with { From = cutBefore, To = pixels.Width - cutAfter }, below, tolerance, ref ends[1], ref ends[3]);
    }

    /// <summary>Takes what ends at a step on two opposite edges; an end sharper than the one known replaces it.</summary>
    /// <remarks>
    /// Bars are mostly alike on both sides. So where one ends at a step, and the other does not but goes at least nearly as far,
    /// into a bright sky for instance, it ends there too (a dark edge of the picture may lengthen the one by some lines); and
    /// where both go equally far, a step in less of the line is enough.
    /// </remarks>
    static void Confirm(
        EdgeLines first, int firstCount, EdgeLines last, int lastCount, BorderTolerance tolerance, ref EdgeRun firstEnd, ref EdgeRun lastEnd)
    {
        var (one, other) = (EdgeRun.Ending(first, firstCount, tolerance, StepPercent), EdgeRun.Ending(last, lastCount, tolerance, StepPercent));
        if (one.Count > 0 && other.Count == 0 && lastCount >= AlmostOf(one.Count))
        {
            other = one with { Count = Math.Min(one.Count, lastCount) };
        }
        else if (other.Count > 0 && one.Count == 0 && firstCount >= AlmostOf(other.Count))
        {
            one = other with { Count = Math.Min(other.Count, firstCount) };
        }
        else if (one.Count == 0 && other.Count == 0 && Math.Abs(firstCount - lastCount) <= 1 && 100L * firstCount >= (long)EvenPercent * first.Count)
        {
            (one, other) = (EdgeRun.Ending(first, firstCount, tolerance, FaintStepPercent), EdgeRun.Ending(last, lastCount, tolerance, FaintStepPercent));
            (one, other) = one.Count > 0 && other.Count > 0 ? (one, other) : default;
        }

        firstEnd = one.Sharpness > firstEnd.Sharpness ? one : firstEnd;
        lastEnd = other.Sharpness > lastEnd.Sharpness ? other : lastEnd;
    }

    /// <summary>Drops a border that leaves too little.</summary>
    static void Keep(ref EdgeRun first, ref EdgeRun last, int side)
    {
        if (first.Count + last.Count > EdgeRun.MostOf(side))
        {
            first = last = default;
        }
    }

    /// <summary>A frame is of one luma: of a pair of bars and another pair of another luma, the one that ends less sharply belongs to the picture.</summary>
    static void KeepOneLuma(Span<EdgeRun> ends)
    {
        if (!AreAlike(ends[0], ends[1]) && IsPair(ends[0], ends[2]) && IsPair(ends[1], ends[3]))
        {
            var dropped = ends[0].Sharpness + ends[2].Sharpness < ends[1].Sharpness + ends[3].Sharpness ? 0 : 1;
            ends[dropped] = ends[dropped + 2] = default;
        }
    }

    static bool IsPair(EdgeRun one, EdgeRun other) => one.Count > 0 && other.Count > 0 && AreAlike(one, other);

    static bool AreAlike(EdgeRun one, EdgeRun other) => Math.Abs(one.Luma - other.Luma) <= s_noisy.Stray;

    /// <summary>How far the opposite border must go to count as alike.</summary>
    static int AlmostOf(int count) => count - (count / 16);
}
