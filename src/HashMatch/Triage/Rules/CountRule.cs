namespace HashMatch.Triage.Rules;

/// <summary>Points for there being any of something, and for each of them up to a number.</summary>
/// <param name="PointsEach">Points for one, 0..10,000.</param>
/// <param name="Most">How many count at most, 0..1,000.</param>
public readonly record struct CountRule(int PointsEach, int Most)
{
    /// <summary>Points if there is one at least, besides those for each, 0..10,000.</summary>
    public int Any { get; init; }

    /// <summary>The points of <paramref name="count"/> of them.</summary>
    public int PointsOf(int count) => count <= 0 ? 0 : Any + (PointsEach * Math.Min(count, Most));
}
