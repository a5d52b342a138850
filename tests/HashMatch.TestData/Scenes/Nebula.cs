using HashMatch.TestData.Arithmetic;
using HashMatch.TestData.Pixels;

namespace HashMatch.TestData.Scenes;

/// <summary>Noise bent by noise, in three colours: smoke, ink in water, aurora.</summary>
sealed class Nebula : IScene
{
    readonly ValueNoise _noise;
    readonly Rgb[] _colours;

    public Nebula(ulong seed)
    {
        var random = new SplitMix64(seed);
        _noise = new ValueNoise(random.Next());
        _colours = Palette.Objects(ref random);
    }

    public Rgb Shade(double x, double y)
    {
        var bendX = _noise.Fractal(x * 1.8, y * 1.8, 5);
        var bendY = _noise.Fractal((x * 1.8) + 52, (y * 1.8) + 13, 5);
        var smoke = _noise.Fractal((x * 1.5) + (3 * bendX), (y * 1.5) + (3 * bendY), 6);
        var dense = Curve.Step(0.3, 0.7, smoke);
        var colour = Rgb.Mix(_colours[4] * 0.5, _colours[0], dense);
        colour = Rgb.Mix(colour, _colours[1], Curve.Step(0.45, 0.75, bendX));
        return Rgb.Mix(colour, _colours[2], 0.8 * Curve.Step(0.5, 0.8, bendY)) * (0.35 + (1.1 * dense));
    }
}
