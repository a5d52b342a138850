using HashMatch.TestData.Arithmetic;
using HashMatch.TestData.Pixels;

namespace HashMatch.TestData.Scenes;

/// <summary>A brick wall with the light of one lamp on it; no two bricks have the same tone.</summary>
sealed class Brick : IScene
{
    readonly ValueNoise _noise;
    readonly Lattice _bricks;
    readonly Rgb _clay;
    readonly Rgb _pale;
    readonly double _lampX;
    readonly double _lampY;
    readonly double _rows;

    public Brick(ulong seed)
    {
        var random = new SplitMix64(seed);
        _noise = new ValueNoise(random.Next());
        _bricks = new Lattice(random.Next());
        var red = random.NextIndex(2) == 0;
        _clay = Rgb.FromHex(red ? 0x8E3F2C : 0x6E6257);
        _pale = Rgb.FromHex(red ? 0xD98F6B : 0xCABFAE);
        _lampX = random.NextBetween(0.2, 1.1);
        _lampY = random.NextBetween(0.1, 0.8);
        _rows = 7 + random.NextIndex(5);
    }

    public Rgb Shade(double x, double y)
    {
        var wobble = 0.01 * (_noise.Fractal(x * 9, y * 9, 3) - 0.5);
        var down = (y + wobble) * _rows;
        var row = (int)Math.Floor(down);
        var across = ((x + wobble) * _rows * 0.42) + (0.5 * (row & 1));
        var column = (int)Math.Floor(across);
        var (inX, inY) = (across - column, down - row);
        var joint = Math.Min(Math.Min(inX, 1 - inX) * 2.4, Math.Min(inY, 1 - inY));
        var rough = _noise.Fractal(x * 40, y * 40, 4);
        var stain = _noise.Fractal((x * 2) + 70, y * 2, 4);
        var brick = Rgb.Mix(_clay, _pale, _bricks.At(column, row)) * (0.6 + (0.7 * rough));
        var mortar = Rgb.FromHex(0xB9B2A5) * (0.4 + (0.5 * rough));
        var lamp = ((x - _lampX) * (x - _lampX)) + ((y - _lampY) * (y - _lampY));
        var light = (0.25 + (0.22 / (0.16 + lamp))) * (0.4 + (1.1 * stain));
        return Rgb.Mix(mortar, brick, Curve.Step(0.06, 0.11, joint)) * light;
    }
}
