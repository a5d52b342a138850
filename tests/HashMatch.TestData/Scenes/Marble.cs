using HashMatch.TestData.Arithmetic;
using HashMatch.TestData.Pixels;

namespace HashMatch.TestData.Scenes;

/// <summary>Polished stone: veins where warped noise crosses its middle.</summary>
sealed class Marble : IScene
{
    readonly ValueNoise _noise;
    readonly Rgb _stone;
    readonly Rgb _vein;
    readonly double _turn;

    public Marble(ulong seed)
    {
        var random = new SplitMix64(seed);
        _noise = new ValueNoise(random.Next());
        var dark = random.NextIndex(2) == 0;
        _stone = Rgb.FromHex(dark ? 0x2A3B36 : 0xEFEBE4);
        _vein = Rgb.FromHex(dark ? 0xD9D2BC : 0x5F6670);
        _turn = random.NextUnit();
    }

    public Rgb Shade(double x, double y)
    {
        var (c, s) = (Curve.Cosine(_turn), Curve.Sine(_turn));
        var (u, v) = ((x * c) - (y * s), (x * s) + (y * c));
        var warpX = _noise.Fractal((u * 2) + 11, v * 2, 5);
        var warpY = _noise.Fractal(u * 2, (v * 2) + 23, 5);
        var broad = _noise.Fractal((u * 1.4) + (2.2 * warpX), (v * 2.4) + (2.2 * warpY), 5);
        var veins = Curve.Power(_noise.Ridged((u * 1.6) + warpY, (v * 2.6) + warpX, 5), 5);
        var tone = Curve.Clamp((1.9 * veins) + (1.1 * (broad - 0.42)));
        return Rgb.Mix(_stone, _vein, tone) * (0.75 + (0.5 * broad));
    }
}
