using HashMatch.TestData.Arithmetic;

namespace HashMatch.TestData.Pixels;

/// <summary>A colour in linear light, 0..1 a channel; lamps may exceed 1.</summary>
readonly record struct Rgb(double R, double G, double B)
{
    public static Rgb operator +(Rgb a, Rgb b) => new(a.R + b.R, a.G + b.G, a.B + b.B);

    public static Rgb operator *(Rgb a, double scale) => new(a.R * scale, a.G * scale, a.B * scale);

    public static Rgb operator *(Rgb a, Rgb b) => new(a.R * b.R, a.G * b.G, a.B * b.B);

    /// <summary>From <paramref name="a"/> at 0 to <paramref name="b"/> at 1.</summary>
    public static Rgb Mix(Rgb a, Rgb b, double t) => a + ((b + (a * -1)) * t);

    /// <summary>The linear colour of an 8-bit one such as 0xFFCC00.</summary>
    public static Rgb FromHex(int hex) => new(Decode((hex >> 16) & 0xFF), Decode((hex >> 8) & 0xFF), Decode(hex & 0xFF));

    /// <summary>The 8-bit value of a linear channel: gamma 2, because the square root is exact everywhere.</summary>
    public static byte Encode(double linear) => (byte)((255 * Math.Sqrt(Curve.Clamp(linear))) + 0.5);

    static double Decode(int encoded) => (encoded / 255.0) * (encoded / 255.0);
}
