namespace HashMatch.Matching.Review;

/// <summary>When an entry of a list is put in quarantine: what it matches is then uncertain until somebody releases it.</summary>
/// <remarks>
/// <para>
/// An entry that suddenly matches far more contents than in any run before is suspected to be of a flat or common picture.
/// Contents are counted, not files and not sightings: a copy counts once, and so does what is scanned again. What it
/// matched before stays as it was decided.
/// </para>
/// <para>
/// An entry is also put in quarantine when reviewers found at least <see cref="LeastWrong"/> of its matches wrong and more
/// wrong than right. Then all its matches are held back but those that were confirmed.
/// </para>
/// <para>Whole numbers throughout; immutable.</para>
/// </remarks>
public sealed record QuarantineRule
{
    /// <summary>The defaults.</summary>
    public static QuarantineRule Default { get; } = new();

    /// <summary>Contents an entry may always match in one run; 0 for no bound at all.</summary>
    public int Floor { get; init; } = 1000;

    /// <summary>How many times the most it matched in any earlier run an entry may match in one, at least 1.</summary>
    public int Factor { get; init; } = 10;

    /// <summary>How many wrong matches put an entry in quarantine, if fewer were right; 0 for no such rule.</summary>
    public int LeastWrong { get; init; } = 5;

    /// <summary>The most contents an entry may match in one run.</summary>
    /// <param name="mostBefore">The most it matched in any earlier one; 0 without.</param>
    public long LimitAfter(long mostBefore) =>
        Floor == 0 ? long.MaxValue : Math.Max(Floor, mostBefore > long.MaxValue / Factor ? long.MaxValue : mostBefore * Factor);

    /// <summary>Whether reviewers trust an entry too little.</summary>
    /// <param name="right">Matches they found right since its last release.</param>
    /// <param name="wrong">Matches they found wrong since then.</param>
    public bool IsDistrusted(long right, long wrong) => LeastWrong > 0 && wrong >= LeastWrong && wrong > right;

    /// <summary>Throws when a bound lies outside its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A bound lies outside its range.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Floor);
        ArgumentOutOfRangeException.ThrowIfLessThan(Factor, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(LeastWrong);
    }
}
