namespace HashMatch.Matching;

/// <summary>How near two pictures of different things came, as measured: what a distance is worth as evidence.</summary>
/// <remarks>
/// <para>
/// Counted by <c>hashmatch eval</c> for PDQ with all forms (the nearest of the eight turns, with and without border): 101
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
    const int FirstDistance = 78;

    static readonly int[] s_asNear =
    [
        1, 1, 1, 1, 6, 6, 8, 8, 11, 11, 23, 23, 50, 50, 184, 184, 385, 385, 1_063, 1_063, 2_550, 2_550, 5_578, 5_578,
        11_193, 11_193, 21_928, 21_928, 41_832, 41_832, 76_551, 76_551, 133_938, 133_938, 216_763, 216_763, 324_211,
        324_211, 450_098, 450_098, 574_362, 574_362, 676_725, 676_725, 742_174, 742_174, 780_209, 780_209, 797_267,
        797_267, 803_390,
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
