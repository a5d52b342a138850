using HashMatch.TestData.Arithmetic;
using HashMatch.TestData.Pixels;

namespace HashMatch.TestData.Scenes;

/// <summary>Lamps out of focus in front of a dark slope of colour.</summary>
sealed class Bokeh : IScene
{
    readonly record struct Lamp(double X, double Y, double Radius, Rgb Colour);

    readonly Lamp[] _lamps;
    readonly ValueNoise _noise;
    readonly Rgb _near;
    readonly Rgb _far;

    public Bokeh(ulong seed)
    {
        var random = new SplitMix64(seed);
        var colours = Palette.Objects(ref random);
        _noise = new ValueNoise(random.Next());
        _near = colours[4] * 0.7;
        _far = colours[0] * 0.25;
        _lamps = new Lamp[26];
        for (var i = 0; i < _lamps.Length; i++)
        {
            var size = random.NextUnit();
            _lamps[i] = new Lamp(random.NextBetween(0, 1.35), random.NextBetween(0, 1), 0.03 + (0.12 * size * size),
                colours[random.NextIndex(4)] * random.NextBetween(0.3, 0.9));
        }
    }

    public Rgb Shade(double x, double y)
    {
        var colour = Rgb.Mix(_far, _near, Curve.Clamp(y)) * (0.5 + _noise.Fractal(x * 3, y * 3, 4));
        foreach (var lamp in _lamps)
        {
            var square = (((x - lamp.X) * (x - lamp.X)) + ((y - lamp.Y) * (y - lamp.Y))) / (lamp.Radius * lamp.Radius);

            // A lens gathers light at the rim of the disc.
            colour += lamp.Colour * ((1 - Curve.Step(0.88, 1, square)) * (0.55 + (0.45 * square)));
        }

        return colour;
    }
}
