namespace HashMatch.Hashers.Regions;

/// <summary>A place and size that stand out in a picture; lengths in pixels of its reduced plane.</summary>
readonly record struct Keypoint(float X, float Y, float Side, float Strength) : IComparable<Keypoint>
{
    /// <summary>Stronger first; of equal strength the upper, then the left, then the smaller.</summary>
    public int CompareTo(Keypoint other)
    {
        var order = other.Strength.CompareTo(Strength);
        order = order != 0 ? order : Y.CompareTo(other.Y);
        order = order != 0 ? order : X.CompareTo(other.X);
        return order != 0 ? order : Side.CompareTo(other.Side);
    }
}
