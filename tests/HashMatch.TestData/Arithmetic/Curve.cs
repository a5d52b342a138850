namespace HashMatch.TestData.Arithmetic;

/// <summary>
/// The curves the scenes are made of, from exactly rounded operations only: the platform's own sine and power may differ
/// in the last bit from one machine to the next, and one bit is enough to change a golden hash.
/// </summary>
static class Curve
{
    /// <summary>From <paramref name="a"/> at 0 to <paramref name="b"/> at 1.</summary>
    public static double Lerp(double a, double b, double t) => a + ((b - a) * t);

    /// <summary>Within 0..1.</summary>
    public static double Clamp(double value) => value < 0 ? 0 : value > 1 ? 1 : value;

    /// <summary>From 0 to 1 with level ends, for t in 0..1.</summary>
    public static double Smooth(double t) => t * t * (3 - (2 * t));

    /// <summary>0 up to <paramref name="low"/>, 1 from <paramref name="high"/>, smooth between.</summary>
    public static double Step(double low, double high, double value) => Smooth(Clamp((value - low) / (high - low)));

    /// <summary>A whole-number power.</summary>
    public static double Power(double value, int exponent)
    {
        var result = 1.0;
        for (var i = 0; i < exponent; i++)
        {
            result *= value;
        }

        return result;
    }

    /// <summary>The sine of an angle in whole turns, to about a thousandth: two parabolas, then one correction.</summary>
    public static double Sine(double turns)
    {
        var t = turns - Math.Floor(turns + 0.5);
        var y = (8 * t) - (16 * t * Math.Abs(t));
        return (0.225 * ((y * Math.Abs(y)) - y)) + y;
    }

    /// <summary>The cosine of an angle in whole turns.</summary>
    public static double Cosine(double turns) => Sine(turns + 0.25);
}
