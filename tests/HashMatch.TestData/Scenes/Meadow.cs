using HashMatch.TestData.Arithmetic;
using HashMatch.TestData.Pixels;

namespace HashMatch.TestData.Scenes;

/// <summary>Grass and flowers seen from above, in drifts, with the shade of unseen trees.</summary>
sealed class Meadow : IScene
{
    const double Cells = 11;

    readonly Lattice _flowers;
    readonly ValueNoise _noise;
    readonly Rgb[] _petals;

    public Meadow(ulong seed)
    {
        var random = new SplitMix64(seed);
        _flowers = new Lattice(random.Next());
        _noise = new ValueNoise(random.Next());
        _petals = Palette.Objects(ref random);
    }

    public Rgb Shade(double x, double y)
    {
        var shade = 0.25 + (1.2 * Curve.Step(0.35, 0.62, _noise.Fractal((x * 1.8) + 40, y * 1.8, 4)));
        var blades = _noise.Ridged(x * 50, y * 14, 4);
        var colour = Rgb.Mix(Rgb.FromHex(0x27401C), Rgb.FromHex(0x8DB255), blades * blades) * shade;
        for (var cell = 0; cell < 9; cell++)
        {
            var cellX = (int)Math.Floor(x * Cells) + (cell % 3) - 1;
            var cellY = (int)Math.Floor(y * Cells) + (cell / 3) - 1;
            if (_flowers.At(cellX, cellY) < 0.75 * _noise.Fractal(cellX * 0.25, cellY * 0.25, 3))
            {
                colour = Flower(colour, x * Cells, y * Cells, cellX, cellY, shade);
            }
        }

        return colour;
    }

    Rgb Flower(Rgb under, double u, double v, int cellX, int cellY, double shade)
    {
        var dx = u - cellX - _flowers.At(cellX, cellY + 1000);
        var dy = v - cellY - _flowers.At(cellX, cellY + 2000);
        var square = (dx * dx) + (dy * dy);
        var size = 0.35 + (0.35 * _flowers.At(cellX, cellY + 3000));

        // The fifth harmonic of the direction gives five petals without an arc tangent.
        var petal = square > 0 ? FifthHarmonic(dx, square) : 1;
        var reach = size * (0.72 + (0.28 * petal));
        if (square > reach * reach)
        {
            return under;
        }

        var heart = square < size * size * 0.09;
        var own = _petals[(int)(_flowers.Bits(cellX, cellY + 4000) % 4)];
        return (heart ? Rgb.FromHex(0xF2C230) : own) * (shade * (0.7 + (0.5 * square / (size * size))));
    }

    static double FifthHarmonic(double x, double square)
    {
        var c = x / Math.Sqrt(square);
        var d = c * c;
        return c * ((16 * d * d) - (20 * d) + 5);
    }
}
