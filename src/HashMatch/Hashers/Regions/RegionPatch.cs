using HashMatch.Hashers.Transforms;

namespace HashMatch.Hashers.Regions;

/// <summary>Samples the square about a keypoint as PDQ's block.</summary>
static class RegionPatch
{
    const int Side = BoxAxis.SampleCount;

    /// <summary>A plane is taken whose pixels are at least this part of a sample's step, so that samples skip little.</summary>
    const float MostStep = 1.5f;

    /// <summary>Fills <paramref name="block"/>, 64 rows of 64, by linear interpolation.</summary>
    internal static void Sample(ReducedPlanes planes, Keypoint point, Span<float> block)
    {
        var step = point.Side / Side;
        var level = 0;
        while (step >= MostStep && level < planes.Levels - 1)
        {
            step *= 0.5f;
            level++;
        }

        var (w, h) = (planes.WidthOf(level), planes.HeightOf(level));
        var plane = planes.Level(level);
        var reduction = 1f / (1 << level);
        var left = ((point.X - (point.Side / 2)) * reduction) + (step / 2) - 0.5f;
        var top = ((point.Y - (point.Side / 2)) * reduction) + (step / 2) - 0.5f;
        Span<int> columns = stackalloc int[Side];
        Span<float> fractions = stackalloc float[Side];
        for (var i = 0; i < Side; i++)
        {
            var x = Math.Clamp(left + (i * step), 0, w - 1.001f);
            columns[i] = (int)x;
            fractions[i] = x - (int)x;
        }

        for (var j = 0; j < Side; j++)
        {
            var y = Math.Clamp(top + (j * step), 0, h - 1.001f);
            var row = (int)y;
            var fy = y - row;
            var upper = plane.Slice(row * w, w);
            var lower = plane.Slice(Math.Min(row + 1, h - 1) * w, w);
            var line = block.Slice(j * Side, Side);
            for (var i = 0; i < line.Length; i++)
            {
                var x = columns[i];
                var a = upper[x] + ((upper[x + 1] - upper[x]) * fractions[i]);
                var b = lower[x] + ((lower[x + 1] - lower[x]) * fractions[i]);
                line[i] = a + ((b - a) * fy);
            }
        }
    }
}
