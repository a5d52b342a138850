using HashMatch.TestData.Arithmetic;
using HashMatch.TestData.Pixels;

namespace HashMatch.TestData.Scenes;

/// <summary>Three rows of houses with windows before an evening or a morning sky.</summary>
sealed class Skyline : IScene
{
    const int Rows = 3;

    readonly Lattice _houses;
    readonly ValueNoise _clouds;
    readonly bool _night;
    readonly Rgb _top;
    readonly Rgb _low;
    readonly double _tallest;

    public Skyline(ulong seed)
    {
        var random = new SplitMix64(seed);
        _houses = new Lattice(random.Next());
        _clouds = new ValueNoise(random.Next());
        _night = random.NextIndex(2) == 0;
        _top = Rgb.FromHex(_night ? 0x0E1A38 : 0x7DB1DE);
        _low = Rgb.FromHex(_night ? 0xA8577E : 0xFBEBD0);
        _tallest = random.NextBetween(0.45, 0.7);
    }

    public Rgb Shade(double x, double y)
    {
        for (var row = Rows - 1; row >= 0; row--)
        {
            var width = 0.07 + (0.035 * row);
            var column = (int)Math.Floor(x / width) + (row * 100);
            var height = (_tallest * (1 - (0.25 * row))) * (0.45 + (0.55 * _houses.At(column, row)));
            if (1 - y < height)
            {
                return House((x / width) + (row * 100), 1 - y, column, row, height);
            }
        }

        var cloud = Curve.Step(0.5, 0.8, _clouds.Fractal(x * 2, y * 4, 6));
        return Rgb.Mix(Rgb.Mix(_top, _low, y), new Rgb(0.8, 0.75, 0.78) * (_night ? 0.3 : 1), cloud);
    }

    Rgb House(double across, double up, int column, int row, double height)
    {
        var tone = 0.2 + (0.6 * _houses.At(column, row + 10));
        var wall = Rgb.Mix(Rgb.FromHex(0x8C6A5A), Rgb.FromHex(0x8FA3B5), _houses.At(column, row + 20)) * tone;
        wall = Rgb.Mix(wall * (_night ? 0.35 : 1.1), _low, 0.35 - (0.16 * row));
        var inHouse = across - Math.Floor(across);
        var shade = inHouse > 0.75 ? 0.6 : 1;
        var cellX = inHouse * 6;
        var cellY = up * 32;
        var inWindow = cellX - Math.Floor(cellX) is > 0.25 and < 0.75 && cellY - Math.Floor(cellY) is > 0.3 and < 0.75;
        if (!inWindow || cellX < 0.5 || up > height - 0.03)
        {
            return wall * shade;
        }

        var lamp = _houses.At((column * 16) + (int)cellX, (row * 64) + (int)cellY);
        var lit = lamp > (_night ? 0.45 : 0.85);
        return lit ? new Rgb(1, 0.82, 0.45) * (0.5 + (0.5 * lamp)) : wall * (_night ? 0.5 : 0.35);
    }
}
