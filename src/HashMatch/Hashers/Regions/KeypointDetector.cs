namespace HashMatch.Hashers.Regions;

/// <summary>Finds the places and sizes at which differences of Gaussians have an extremum.</summary>
static class KeypointDetector
{
    /// <summary>Planes with a longer side above this are passed over: their detail is mostly text, and costs most.</summary>
    const int LargestSide = 384;

    /// <summary>Differences of luma below this are noise.</summary>
    const float LeastStrength = 0.3f;

    /// <summary>The side of a region over the blur at which it stands out.</summary>
    const float SidePerSigma = 12;

    /// <summary>An extremum this much longer than broad lies on an edge, along which its place is arbitrary.</summary>
    const float MostElongation = 10;

    /// <summary>All keypoints, in pixels of the largest plane, in no order of strength.</summary>
    internal static List<Keypoint> Find(ReducedPlanes planes)
    {
        var found = new List<Keypoint>();
        var first = Math.Max(planes.Width, planes.Height) > LargestSide ? 1 : 0;
        for (var level = first; level < planes.Levels; level++)
        {
            using var differences = new DifferencesOfGaussians(planes.Level(level), planes.WidthOf(level));
            Scan(differences, level, found);
        }

        return found;
    }

    static void Scan(DifferencesOfGaussians differences, int level, List<Keypoint> found)
    {
        var layers = differences.Layers;
        var (width, plane) = (differences.Width, differences.PlaneLength);
        for (var layer = 1; layer <= DifferencesOfGaussians.LayersPerOctave; layer++)
        {
            for (var y = 1; y < (plane / width) - 1; y++)
            {
                for (var x = 1; x < width - 1; x++)
                {
                    var at = (layer * plane) + (y * width) + x;
                    if (MathF.Abs(layers[at]) >= LeastStrength && IsExtremum(layers, at, width, plane) &&
                        TryRefine(layers, at, width, plane, out var dx, out var dy, out var ds))
                    {
                        var pixel = 1 << level;
                        var sigma = DifferencesOfGaussians.FirstSigma * PowerOfTwo((layer + ds) / DifferencesOfGaussians.LayersPerOctave);
                        found.Add(new Keypoint(
                            (x + 0.5f + dx) * pixel, (y + 0.5f + dy) * pixel, SidePerSigma * sigma * pixel, MathF.Abs(layers[at])));
                    }
                }
            }
        }
    }

    /// <summary>Whether none of the 26 neighbours lies further from zero; of equal ones the first counts.</summary>
    static bool IsExtremum(ReadOnlySpan<float> layers, int at, int width, int plane)
    {
        var sign = layers[at] > 0 ? 1f : -1f;
        var value = layers[at] * sign;
        for (var layer = -plane; layer <= plane; layer += plane)
        {
            for (var row = -width; row <= width; row += width)
            {
                for (var offset = layer + row - 1; offset <= layer + row + 1; offset++)
                {
                    var neighbour = layers[at + offset] * sign;
                    if (offset < 0 ? neighbour >= value : neighbour > value)
                    {
                        return false;
                    }
                }
            }
        }

        return true;
    }

    /// <summary>The extremum between the samples: in place from the plane's quadratic, in scale from its own.</summary>
    static bool TryRefine(ReadOnlySpan<float> layers, int at, int width, int plane, out float dx, out float dy, out float ds)
    {
        var twice = 2 * layers[at];
        var xx = layers[at + 1] + layers[at - 1] - twice;
        var yy = layers[at + width] + layers[at - width] - twice;
        var ss = layers[at + plane] + layers[at - plane] - twice;
        var xy = (layers[at + width + 1] - layers[at + width - 1] - layers[at - width + 1] + layers[at - width - 1]) * 0.25f;
        var gx = (layers[at + 1] - layers[at - 1]) * 0.5f;
        var gy = (layers[at + width] - layers[at - width]) * 0.5f;
        var gs = (layers[at + plane] - layers[at - plane]) * 0.5f;
        var determinant = (xx * yy) - (xy * xy);
        var trace = xx + yy;
        (dx, dy, ds) = (0, 0, 0);
        if (determinant <= 0 || trace * trace * MostElongation >= (MostElongation + 1) * (MostElongation + 1) * determinant)
        {
            return false;
        }

        dx = Math.Clamp(((xy * gy) - (yy * gx)) / determinant, -0.6f, 0.6f);
        dy = Math.Clamp(((xy * gx) - (xx * gy)) / determinant, -0.6f, 0.6f);
        ds = ss == 0 ? 0 : Math.Clamp(-gs / ss, -0.5f, 0.5f);
        return true;
    }

    /// <summary>2 to the power of 0..1.2, to a part in a thousand, by operations that every processor rounds alike.</summary>
    static float PowerOfTwo(float exponent) =>
        1f + (exponent * (0.6955569f + (exponent * (0.2261736f + (exponent * 0.0781456f)))));
}
