namespace HashMatch.TestData.Pixels;

/// <summary>Changes of size by area averaging, in whole numbers: every source pixel counts by the area it covers.</summary>
static class Resample
{
    /// <summary>The picture at a percentage of its size.</summary>
    public static RgbImage Scale(RgbImage image, int percent) =>
        To(image, image.Width * percent / 100, image.Height * percent / 100);

    /// <summary>The picture at exactly this size.</summary>
    public static RgbImage To(RgbImage image, int width, int height)
    {
        var result = new RgbImage(width, height);
        var columns = Spans(image.Width, width);
        var rows = Spans(image.Height, height);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                Average(image, columns[x], rows[y], result.Pixel(x, y));
            }
        }

        return result;
    }

    static void Average(RgbImage image, Span columns, Span rows, Span<byte> result)
    {
        long r = 0, g = 0, b = 0, total = 0;
        for (var y = rows.First; y <= rows.Last; y++)
        {
            for (var x = columns.First; x <= columns.Last; x++)
            {
                var weight = columns.Weight(x) * rows.Weight(y);
                var pixel = image.Pixel(x, y);
                r += weight * pixel[0];
                g += weight * pixel[1];
                b += weight * pixel[2];
                total += weight;
            }
        }

        result[0] = (byte)((r + (total / 2)) / total);
        result[1] = (byte)((g + (total / 2)) / total);
        result[2] = (byte)((b + (total / 2)) / total);
    }

    // A target pixel covers [i*from, (i+1)*from) and a source pixel [k*to, (k+1)*to) of a line of from*to parts.
    static Span[] Spans(int from, int to)
    {
        var spans = new Span[to];
        for (var i = 0; i < to; i++)
        {
            spans[i] = new Span((long)i * from, (long)(i + 1) * from, to);
        }

        return spans;
    }

    readonly record struct Span(long Start, long End, int Step)
    {
        public int First => (int)(Start / Step);

        public int Last => (int)((End - 1) / Step);

        public long Weight(int source) => Math.Min(End, (long)(source + 1) * Step) - Math.Max(Start, (long)source * Step);
    }
}
