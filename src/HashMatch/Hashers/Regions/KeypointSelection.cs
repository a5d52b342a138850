namespace HashMatch.Hashers.Regions;

/// <summary>Chooses the keypoints that become regions: the strongest, but none that shows what a stronger one shows.</summary>
static class KeypointSelection
{
    /// <summary>The most regions of a picture.</summary>
    internal const int Most = 128;

    /// <summary>Centres nearer than this part of the smaller side are one place,</summary>
    const float Apart = 0.2f;

    /// <summary>unless one square is so many times as large as the other.</summary>
    const float Ratio = 1.5f;

    /// <summary>The chosen ones, strongest first, whose squares lie inside a plane of the given sides.</summary>
    internal static List<Keypoint> Choose(List<Keypoint> found, int width, int height)
    {
        found.Sort();
        var chosen = new List<Keypoint>(Most);
        foreach (var point in found)
        {
            var half = point.Side / 2;
            var isInside = point.X >= half && point.Y >= half && point.X <= width - half && point.Y <= height - half;
            if (isInside && !IsCovered(point, chosen))
            {
                chosen.Add(point);
                if (chosen.Count == Most)
                {
                    break;
                }
            }
        }

        return chosen;
    }

    static bool IsCovered(Keypoint point, List<Keypoint> chosen)
    {
        foreach (var other in chosen)
        {
            var smaller = Math.Min(point.Side, other.Side);
            var (dx, dy) = (point.X - other.X, point.Y - other.Y);
            var apart = Apart * smaller;
            if (Math.Max(point.Side, other.Side) < Ratio * smaller && (dx * dx) + (dy * dy) < apart * apart)
            {
                return true;
            }
        }

        return false;
    }
}
