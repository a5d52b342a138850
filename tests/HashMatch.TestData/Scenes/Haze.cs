using HashMatch.TestData.Arithmetic;
using HashMatch.TestData.Pixels;

namespace HashMatch.TestData.Scenes;

/// <summary>Almost nothing: one tone with a slow slope and a breath of noise, as fog or a covered lens.</summary>
sealed class Haze(ulong seed, int hex, double depth) : IScene
{
    readonly ValueNoise _noise = new(seed);
    readonly Rgb _tone = Rgb.FromHex(hex);

    public Rgb Shade(double x, double y) =>
        _tone * (1 + (depth * ((0.6 * (y - 0.5)) + (_noise.Fractal(x * 2, y * 2, 3) - 0.5))));
}
