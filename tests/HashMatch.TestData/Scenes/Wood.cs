using HashMatch.TestData.Arithmetic;
using HashMatch.TestData.Pixels;

namespace HashMatch.TestData.Scenes;

/// <summary>Planks cut from warped year rings, with knots.</summary>
sealed class Wood : IScene
{
    const double PlankHeight = 0.26;

    readonly ValueNoise _noise;
    readonly Lattice _planks;
    readonly Rgb _light;
    readonly Rgb _dark;

    public Wood(ulong seed)
    {
        var random = new SplitMix64(seed);
        _noise = new ValueNoise(random.Next());
        _planks = new Lattice(random.Next());
        var pale = random.NextIndex(2) == 0;
        _light = Rgb.FromHex(pale ? 0xE3C193 : 0xB9814F);
        _dark = Rgb.FromHex(pale ? 0x9A6B3C : 0x4E2A15);
    }

    public Rgb Shade(double x, double y)
    {
        var plank = (int)Math.Floor(y / PlankHeight);
        var inPlank = (y / PlankHeight) - plank;
        var shift = _planks.At(plank, 1) * 20;
        var (dx, dy) = (x - (1.33 * _planks.At(plank, 2)), (inPlank - _planks.At(plank, 3)) * PlankHeight);
        var knot = 0.004 / (0.004 + (dx * dx) + (4 * dy * dy));
        var warp = _noise.Fractal((x * 1.2) + shift, y * 5, 4);
        var rings = Curve.Sine((y * 9) + (warp * 3.5) + (knot * 4) + shift);
        var fibre = _noise.Fractal(x * 6, (y * 160) + shift, 3);
        var tone = Curve.Clamp(0.5 + (0.35 * rings) + (0.5 * (fibre - 0.5)));
        var colour = Rgb.Mix(_light, _dark, Curve.Clamp(tone + (knot * 0.5)));
        var gap = Curve.Step(0, 0.03, inPlank) * Curve.Step(0, 0.03, 1 - inPlank);
        return colour * ((0.55 + (0.75 * _planks.At(plank, 4))) * (0.25 + (0.75 * gap)));
    }
}
