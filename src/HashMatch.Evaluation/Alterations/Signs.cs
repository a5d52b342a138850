using HashMatch.Evaluation.Pixels;

namespace HashMatch.Evaluation.Alterations;

/// <summary>Lines that look like text from afar: signs of three by five random cells, in words of random length.</summary>
static class Signs
{
    const int Columns = 3;
    const int Rows = 5;

    /// <summary>Fills a line from <paramref name="left"/> to as far from the right edge.</summary>
    internal static void Write(RgbPicture picture, int left, int top, int cell, Rgb ink, ulong seed)
    {
        var advance = (Columns + 1) * cell;
        var count = Math.Max(0, picture.Width - (2 * left)) / advance;
        for (var sign = 0; sign < count; sign++)
        {
            var bits = CounterNoise.At(seed, (ulong)sign);
            // One in six is a blank between words.
            if ((bits >> 32) % 6 == 0)
            {
                continue;
            }

            for (var i = 0; i < Columns * Rows; i++)
            {
                if (((bits >> i) & 1) != 0)
                {
                    picture.Fill(left + (sign * advance) + (i % Columns * cell), top + (i / Columns * cell), cell, cell, ink);
                }
            }
        }
    }
}
