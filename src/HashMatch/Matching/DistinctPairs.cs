namespace HashMatch.Matching;

/// <summary>How near two pictures of different things came, as measured: what a distance is worth as evidence.</summary>
/// <remarks>
/// <para>
/// Counted by <c>hashmatch eval</c> for PDQ with all forms (the nearest of the eight turns; with and without border, and without any plain margin): 101
/// photographs of different things against one another and against 87 altered copies and one unaltered of each other, those of too low a quality left
/// out. Copies of one picture are alike, so the pairs are fewer than they look: read the figures as an order of magnitude.
/// Collections of drawings, documents or series of one scene hold nearer strangers; <c>hashmatch eval</c> measures yours.
/// </para>
/// <para>Thread-safe.</para>
/// </remarks>
public static class DistinctPairs
{
    /// <summary>None seen among n pairs means, with 95 % confidence, at most three in n.</summary>
    const int RuleOfThree = 3;

    // Pairs at most so far apart, from the first distance at which there is one.
    const int FirstDistance = 66;

    static readonly int[] s_asNear =
    [
        2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 4, 4, 10, 10, 17, 17, 27, 27, 37, 37, 59, 59, 107, 107, 311, 311, 731, 731,
        1_813, 1_813, 4_052, 4_052, 8_896, 8_896, 18_311, 18_311, 35_218, 35_218, 66_279, 66_279, 117_567, 117_567,
        196_742, 196_742, 301_660, 301_660, 424_831, 424_831, 549_795, 549_795, 655_499, 655_499, 729_397, 729_397,
        771_303, 771_303, 792_740, 792_740, 801_531, 801_531, 804_422,
    ];

    /// <summary>Pairs that were compared.</summary>
    public const int Measured = 805_245;

    /// <summary>Pairs at most <paramref name="distance"/> bits apart; beyond 128 all of them.</summary>
    /// <param name="distance">0..256.</param>
    /// <exception cref="ArgumentOutOfRangeException">The distance is negative.</exception>
    public static int AsNear(int distance)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(distance);
        var place = distance - FirstDistance;
        return place < 0 ? 0 : place < s_asNear.Length ? s_asNear[place] : Measured;
    }

    /// <summary>The N of "one in N pairs of different pictures lies as near"; where none did, N is the least that 95 % confidence allows.</summary>
    /// <param name="distance">0..256.</param>
    /// <exception cref="ArgumentOutOfRangeException">The distance is negative.</exception>
    public static int OneIn(int distance) => Measured / Math.Max(AsNear(distance), RuleOfThree);
}
