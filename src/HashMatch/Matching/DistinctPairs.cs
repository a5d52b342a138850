namespace HashMatch.Matching;

/// <summary>How near two pictures of different things came, as measured: what a distance is worth as evidence.</summary>
/// <remarks>
/// <para>
/// Counted by <c>hashmatch eval</c> for PDQ with all forms (the nearest of the eight turns, with and without border): 101
/// photographs of different things against one another and against 88 copies of each other, those of too low a quality left
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
        1, 1, 1, 1, 6, 6, 8, 8, 11, 11, 23, 23, 50, 50, 183, 183, 386, 386, 1_063, 1_063, 2_519, 2_519, 5_620, 5_620,
        11_263, 11_263, 22_004, 22_004, 41_922, 41_922, 76_597, 76_597, 133_839, 133_839, 216_788, 216_788, 324_627,
        324_627, 450_393, 450_393, 574_400, 574_400, 676_811, 676_811, 742_462, 742_462, 780_264, 780_264, 797_301,
        797_301, 803_438,
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
