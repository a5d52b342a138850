namespace HashMatch.Hashers;

/// <summary>A border at one edge; the default is none.</summary>
/// <param name="Count">Its lines.</param>
/// <param name="Sharpness">The mean step from its last line to the picture, in hundredths of luma.</param>
/// <param name="Luma">That of the edge.</param>
readonly record struct EdgeRun(int Count, int Sharpness, int Luma)
{
    /// <summary>The share of a line, in percent, that may stray from the border.</summary>
    const int StrayPercent = 6;

    /// <summary>The share of a side, in percent, that always stays.</summary>
    const int KeptPercent = 40;

    /// <summary>The share of a side, in percent, below which a border is not worth a hash of its own.</summary>
    const int LeastPercent = 1;

    /// <summary>How many lines from the edge on have its luma; one more than there may be if they do not end.</summary>
    internal static int CountOf(EdgeLines lines, BorderTolerance tolerance)
    {
        var luma = lines.Mean(0);
        var most = MostOf(lines.Count);
        var line = 0;
        while (line <= most && Math.Abs(lines.Mean(line) - luma) <= tolerance.Drift && lines.PercentAway(line, luma, tolerance.Stray) <= StrayPercent)
        {
            line++;
        }

        return line;
    }

    /// <summary>The lines counted, if they are enough and end at a step in so much of the line; else none.</summary>
    internal static EdgeRun Ending(EdgeLines lines, int count, BorderTolerance tolerance, int stepPercent)
    {
        if (count == 0 || count > MostOf(lines.Count) || 100L * count < (long)LeastPercent * lines.Count)
        {
            return default;
        }

        // Resized, a step is a slope of a few lines.
        var luma = lines.Mean(0);
        var reach = Math.Min(lines.Count, count + Math.Max(3, lines.Count / 64));
        for (var line = count; line < reach; line++)
        {
            if (lines.PercentAway(line, luma, tolerance.Step) >= stepPercent)
            {
                return new EdgeRun(count, lines.MeanStep(count), luma);
            }
        }

        return default;
    }

    /// <summary>The lines of a side that may be border.</summary>
    internal static int MostOf(int side) => (int)(side * (100L - KeptPercent) / 100);
}
