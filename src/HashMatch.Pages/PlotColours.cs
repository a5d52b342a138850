using System.Globalization;
using System.Text.RegularExpressions;
using OxyPlot;

namespace HashMatch.Pages;

/// <summary>The colours of a plot: names for what the page's style sheet says, once for light and once for dark.</summary>
/// <remarks>
/// A drawing has one colour a thing, a page has two. So a plot is drawn with the colours here, each a place holder of red
/// 0, green 0 and a small blue, and <see cref="PlotFigure"/> puts the style sheet's variable in its place.
/// </remarks>
public static partial class PlotColours
{
    /// <summary>Series with a colour and dashes of their own.</summary>
    public const int SeriesCount = 8;

    /// <summary>Text and marks that must be read.</summary>
    public static OxyColor Ink { get; } = PlaceHolder(1);

    /// <summary>Text beside them: the numbers along an axis.</summary>
    public static OxyColor Soft { get; } = PlaceHolder(2);

    /// <summary>Grid lines.</summary>
    public static OxyColor Rule { get; } = PlaceHolder(3);

    /// <summary>The colour of a series, told apart from the others by eyes that lack red, green or blue, too.</summary>
    /// <param name="index">0 to <see cref="SeriesCount"/> − 1.</param>
    /// <returns>A place holder.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such series.</exception>
    public static OxyColor Series(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, SeriesCount);
        return PlaceHolder(4 + index);
    }

    /// <summary>A style with the style sheet's variables in the place of place holders.</summary>
    internal static string Named(string style) => Holder().Replace(style, match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) switch
    {
        1 => "var(--ink)",
        2 => "var(--soft)",
        3 => "var(--rule)",
        var n and >= 4 and < 4 + SeriesCount => string.Create(CultureInfo.InvariantCulture, $"var(--s{n - 4})"),
        _ => match.Value,
    });

    static OxyColor PlaceHolder(int blue) => OxyColor.FromRgb(0, 0, (byte)blue);

    [GeneratedRegex(@"rgb\(0,0,(\d+)\)")]
    private static partial Regex Holder();
}
