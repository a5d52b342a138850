using HashMatch.TestData.Arithmetic;
using HashMatch.TestData.Pixels;

namespace HashMatch.TestData.Scenes;

/// <summary>Ridges of noise under a sky with clouds and a sun; the farther a ridge, the more haze it has.</summary>
sealed class Landscape : IScene
{
    const int RidgeCount = 4;

    static readonly (int Zenith, int Horizon, int Ground)[] s_hours =
    [
        (0x2E6FB7, 0xC9E4F5, 0x3F6B2F),
        (0x35477D, 0xF3B27A, 0x4A3B2A),
        (0x7FA8C9, 0xF4F7FA, 0xAEB8C4),
        (0x4A2C5E, 0xE8795A, 0x2B2438),
        (0x5E93B8, 0xE9E0C4, 0x8A6A3E),
    ];

    readonly ValueNoise _terrain;
    readonly ValueNoise _clouds;
    readonly Rgb _zenith;
    readonly Rgb _horizon;
    readonly Rgb _ground;
    readonly double _sunX;
    readonly double _sunY;
    readonly double _skyline;
    readonly double _roughness;
    readonly double _cover;

    public Landscape(ulong seed)
    {
        var random = new SplitMix64(seed);
        var hour = s_hours[random.NextIndex(s_hours.Length)];
        _terrain = new ValueNoise(random.Next());
        _clouds = new ValueNoise(random.Next());
        _zenith = Rgb.FromHex(hour.Zenith);
        _horizon = Rgb.FromHex(hour.Horizon);
        _ground = Rgb.FromHex(hour.Ground);
        _sunX = random.NextBetween(0.15, 1.2);
        _sunY = random.NextBetween(0.08, 0.35);
        _skyline = random.NextBetween(0.3, 0.5);
        _roughness = random.NextBetween(0.3, 0.65);
        _cover = random.NextBetween(0.45, 0.62);
    }

    public Rgb Shade(double x, double y)
    {
        for (var ridge = RidgeCount - 1; ridge >= 0; ridge--)
        {
            var crest = Crest(x, ridge);
            if (y > crest)
            {
                return Ground(x, y, y - crest, ridge);
            }
        }

        return Sky(x, y);
    }

    double Crest(double x, int ridge)
    {
        var near = (ridge + 1.0) / RidgeCount;
        var height = _terrain.Fractal((x * (1.5 + near)) + (ridge * 40), ridge * 7, 6);
        return _skyline + (0.55 * near * near * (1 - _skyline)) + ((0.5 - height) * _roughness);
    }

    Rgb Ground(double x, double y, double depth, int ridge)
    {
        var near = (ridge + 1.0) / RidgeCount;
        var detail = _terrain.Fractal(x * 14, (y * 22) + (ridge * 90), 5);
        var slope = _terrain.At((x * 6) + (ridge * 3), y * 9);
        var lit = _ground * (0.25 + (0.9 * detail * detail * 2) + (0.5 * slope));
        var haze = Curve.Clamp((0.75 - (0.7 * near)) + (0.25 * Curve.Clamp(depth * 3) * (1 - near)));
        return Rgb.Mix(lit, _horizon, haze);
    }

    Rgb Sky(double x, double y)
    {
        var colour = Rgb.Mix(_zenith, _horizon, Curve.Clamp(y / (_skyline + 0.15)));
        var cloud = Curve.Step(_cover, _cover + 0.2, _clouds.Fractal(x * 2.2, y * 5, 6));
        colour = Rgb.Mix(colour, new Rgb(0.9, 0.9, 0.92) * (0.7 + (0.5 * y)), cloud * 0.8);
        var square = ((x - _sunX) * (x - _sunX)) + ((y - _sunY) * (y - _sunY));
        var disc = 1 - Curve.Step(0.0018, 0.0026, square);
        var glow = 0.012 / (0.02 + square);
        return colour + (new Rgb(1, 0.85, 0.6) * ((disc * (1.2 - cloud)) + (0.35 * glow)));
    }
}
