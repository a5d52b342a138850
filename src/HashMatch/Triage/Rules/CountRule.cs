namespace HashMatch.Triage.Rules;

/// <summary>Points for each of something, up to a number of them.</summary>
/// <param name="PointsEach">Points for one, 0..10,000.</param>
/// <param name="Most">How many count at most, 0..1,000.</param>
public readonly record struct CountRule(int PointsEach, int Most)
{
    /// <summary>The points of <paramref name="count"/> of them.</summary>
    public int PointsOf(int count) => PointsEach * Math.Clamp(count, 0, Most);
}
