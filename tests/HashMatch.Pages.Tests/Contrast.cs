using System.Globalization;

namespace HashMatch.Pages.Tests;

/// <summary>How far two colours stand out from each other, as WCAG 2.2 defines it.</summary>
static class Contrast
{
    /// <summary>1 for equal colours, 21 for black and white.</summary>
    internal static double Of(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>Red, green and blue in linear light, 0 to 1.</summary>
    internal static double[] Linear(string colour) => [.. Enumerable.Range(0, 3)
        .Select(i => int.Parse(colour.AsSpan(2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
        .Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4))];

    static double Luminance(string colour) => Linear(colour) is var rgb ? (0.2126 * rgb[0]) + (0.7152 * rgb[1]) + (0.0722 * rgb[2]) : 0;
}
