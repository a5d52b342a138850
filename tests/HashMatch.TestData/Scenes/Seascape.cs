using HashMatch.TestData.Arithmetic;
using HashMatch.TestData.Pixels;

namespace HashMatch.TestData.Scenes;

/// <summary>A sea with waves that shrink towards the horizon, a path of glitter under a low sun, an island.</summary>
sealed class Seascape : IScene
{
    readonly ValueNoise _noise;
    readonly Rgb _sky;
    readonly Rgb _low;
    readonly Rgb _water;
    readonly double _horizon;
    readonly double _sunX;
    readonly double _islandX;
    readonly double _islandWidth;

    public Seascape(ulong seed)
    {
        var random = new SplitMix64(seed);
        _noise = new ValueNoise(random.Next());
        var warm = random.NextIndex(2) == 0;
        _sky = Rgb.FromHex(warm ? 0x46598C : 0x5B9BD5);
        _low = Rgb.FromHex(warm ? 0xFFB36B : 0xEAF6FF);
        _water = Rgb.FromHex(warm ? 0x1F3A52 : 0x17687A);
        _horizon = random.NextBetween(0.35, 0.6);
        _sunX = random.NextBetween(0.2, 1.1);
        _islandX = random.NextBetween(0.1, 1.2);
        _islandWidth = random.NextBetween(0.15, 0.4);
    }

    public Rgb Shade(double x, double y) => y < _horizon ? Above(x, y) : Water(x, y);

    Rgb Above(double x, double y)
    {
        var across = (x - _islandX) / _islandWidth;
        var height = 0.22 * (1 - (across * across)) * _noise.Fractal((x * 5) + 50, 3, 5);
        if (_horizon - y < height)
        {
            return Rgb.FromHex(0x2F3B33) * (0.6 + _noise.Fractal(x * 20, y * 30, 4));
        }

        var cloud = Curve.Step(0.48, 0.75, _noise.Fractal(x * 1.6, y * 7, 6));
        var colour = Rgb.Mix(Rgb.Mix(_sky, _low, y / _horizon), new Rgb(1, 0.93, 0.88), 0.75 * cloud);
        var square = ((x - _sunX) * (x - _sunX)) + ((y - (_horizon * 0.7)) * (y - (_horizon * 0.7)));
        return colour + (new Rgb(1, 0.8, 0.5) * ((1 - Curve.Step(0.003, 0.004, square)) + (0.006 / (0.02 + square))));
    }

    Rgb Water(double x, double y)
    {
        // One over the distance below the horizon is the perspective of a plane.
        var near = (y - _horizon) / (1 - _horizon);
        var far = 1 / (near + 0.06);
        var wave = _noise.Fractal((x - 0.66) * far * 4, far * 9, 5);
        var chop = _noise.Ridged((x - 0.66) * far * 9, far * 22, 4);
        var path = Curve.Clamp(1 - (Math.Abs(x - _sunX) / (0.08 + (0.25 * near))));
        var glitter = path * Curve.Step(0.5, 0.75, wave) * 1.3;
        var colour = Rgb.Mix(_water, _low, (0.45 * (1 - near) * (1 - near)) + (0.35 * wave * wave));
        return (colour * (0.55 + (0.7 * chop))) + (new Rgb(1, 0.85, 0.6) * glitter);
    }
}
