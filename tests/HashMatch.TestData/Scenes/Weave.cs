using HashMatch.TestData.Arithmetic;
using HashMatch.TestData.Pixels;

namespace HashMatch.TestData.Scenes;

/// <summary>Cloth in a plaid of coloured threads, with folds.</summary>
sealed class Weave : IScene
{
    readonly Lattice _threads;
    readonly ValueNoise _folds;
    readonly Rgb[] _colours;
    readonly double _pitch;

    public Weave(ulong seed)
    {
        var random = new SplitMix64(seed);
        _threads = new Lattice(random.Next());
        _folds = new ValueNoise(random.Next());
        _colours = Palette.Objects(ref random);
        _pitch = random.NextBetween(55, 80);
    }

    public Rgb Shade(double x, double y)
    {
        var fold = _folds.Fractal((x * 1.7) + (0.6 * y), (y * 1.1) - (0.3 * x), 3);
        var (u, v) = ((x + (0.1 * fold)) * _pitch, (y + (0.12 * fold)) * _pitch);
        var (column, row) = ((int)Math.Floor(u), (int)Math.Floor(v));
        var over = ((column + row) & 1) == 0;
        var along = over ? u - column : v - row;
        var bump = 0.55 + (0.45 * Curve.Sine((along * 0.5)));
        var colour = over ? Thread(column, 0) : Thread(row, 1);
        var fuzz = 0.85 + (0.3 * _folds.At(x * 200, y * 200));
        return colour * (bump * fuzz * (0.25 + (1.4 * Curve.Step(0.2, 0.8, fold))));
    }

    // Bands of four to nine threads share a colour, which makes the plaid.
    Rgb Thread(int number, int direction)
    {
        var band = number / (4 + (int)(_threads.Bits(direction, 99) % 6));
        return _colours[(int)(_threads.Bits(band, direction) % (ulong)_colours.Length)];
    }
}
