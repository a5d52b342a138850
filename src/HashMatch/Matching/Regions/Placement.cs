namespace HashMatch.Matching.Regions;

/// <summary>How an item lies on a query: a place of the item, times the scale, plus the offset, is a place of the query.</summary>
readonly record struct Placement(float Scale, float X, float Y)
{
    /// <summary>The placement that one pair gives.</summary>
    internal static Placement Of(in RegionPair pair)
    {
        var scale = pair.Seen.Side / pair.Stored.Side;
        return new(scale, pair.Seen.X - (scale * pair.Stored.X), pair.Seen.Y - (scale * pair.Stored.Y));
    }

    /// <summary>Whether a pair lies so, up to a part of its side.</summary>
    internal bool Admits(in RegionPair pair, float tolerance, float ratioTolerance)
    {
        var expected = Scale * pair.Stored.Side;
        var within = tolerance * pair.Seen.Side;
        return expected < pair.Seen.Side * ratioTolerance && pair.Seen.Side < expected * ratioTolerance &&
            MathF.Abs((Scale * pair.Stored.X) + X - pair.Seen.X) <= within &&
            MathF.Abs((Scale * pair.Stored.Y) + Y - pair.Seen.Y) <= within;
    }

    /// <summary>The placement that fits the centres of the admitted pairs with the least squares.</summary>
    internal static Placement Fit(ReadOnlySpan<RegionPair> pairs, Placement from, float tolerance, float ratioTolerance)
    {
        double n = 0, sx = 0, sy = 0, qx = 0, qy = 0, ss = 0, sq = 0;
        foreach (ref readonly var pair in pairs)
        {
            if (!from.Admits(in pair, tolerance, ratioTolerance))
            {
                continue;
            }

            var (s, q) = (pair.Stored, pair.Seen);
            n++;
            sx += s.X;
            sy += s.Y;
            qx += q.X;
            qy += q.Y;
            ss += ((double)s.X * s.X) + ((double)s.Y * s.Y);
            sq += ((double)s.X * q.X) + ((double)s.Y * q.Y);
        }

        if (n < 2)
        {
            return from;
        }

        var spread = ss - (((sx * sx) + (sy * sy)) / n);
        var scale = (sq - (((sx * qx) + (sy * qy)) / n)) / spread;
        return spread > 0 && scale > 0
            ? new((float)scale, (float)((qx - (scale * sx)) / n), (float)((qy - (scale * sy)) / n))
            : from;
    }
}
