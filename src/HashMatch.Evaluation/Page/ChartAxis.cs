using System.Globalization;

namespace HashMatch.Evaluation.Page;

/// <summary>One axis of a chart.</summary>
/// <param name="Label">What it measures.</param>
/// <param name="Min">Its start; above 0 if logarithmic.</param>
/// <param name="Max">Its end.</param>
/// <param name="IsLogarithmic">Whether each step multiplies.</param>
/// <param name="Ticks">Where a grid line stands, and its text.</param>
sealed record ChartAxis(string Label, double Min, double Max, bool IsLogarithmic, IReadOnlyList<(double Value, string Text)> Ticks)
{
    /// <summary>Where a value lies: 0 at the start, 1 at the end, never outside.</summary>
    internal double Place(double value) => Math.Clamp(IsLogarithmic
        ? Math.Log10(Math.Max(value, Min) / Min) / Math.Log10(Max / Min)
        : (value - Min) / (Max - Min), 0, 1);

    /// <summary>0 to 100 percent.</summary>
    internal static ChartAxis Percent(string label) => new(label, 0, 100, false, [.. Enumerable.Range(0, 5).Select(quarter => (25.0 * quarter, $"{25 * quarter} %"))]);

    /// <summary>0 to <paramref name="max"/> in whole steps of a round size.</summary>
    internal static ChartAxis Whole(string label, int max)
    {
        var step = max switch { > 128 => 64, > 64 => 32, > 32 => 16, > 16 => 8, _ => 4 };
        return new ChartAxis(label, 0, max, false,
            [.. Enumerable.Range(0, (max / step) + 1).Select(i => ((double)(i * step), (i * step).ToString(CultureInfo.InvariantCulture)))]);
    }

    /// <summary>Rates per million, from the power of ten below <paramref name="least"/> to all of them.</summary>
    /// <param name="label">What it measures.</param>
    /// <param name="least">The smallest rate to be shown, above 0.</param>
    /// <param name="startText">The text at the start instead of its number, or null.</param>
    internal static ChartAxis PerMillion(string label, double least, string? startText = null)
    {
        // A hair below, so that a rounded logarithm of a power of ten stays that power.
        var start = (int)Math.Floor(Math.Log10(least) + 1e-9);
        var ticks = Enumerable.Range(start, 7 - start).Select(power => (Math.Pow(10, power), power == start && startText is not null ? startText : PowerText(power)));
        return new ChartAxis(label, Math.Pow(10, start), 1e6, true, [.. ticks.Where((_, i) => 6 - start <= 6 || (i % 2) == 0)]);
    }

    static string PowerText(int power) => power switch
    {
        6 => "1M",
        >= 3 => Math.Pow(10, power - 3).ToString("0", CultureInfo.InvariantCulture) + "k",
        >= 0 => Math.Pow(10, power).ToString("0", CultureInfo.InvariantCulture),
        _ => Math.Pow(10, power).ToString("0.######", CultureInfo.InvariantCulture),
    };
}
