using HashMatch.TestData.Arithmetic;
using HashMatch.TestData.Pixels;

namespace HashMatch.TestData.Scenes;

/// <summary>A bed of round stones: one random point a cell, each place belongs to the nearest.</summary>
sealed class Pebbles : IScene
{
    readonly Lattice _points;
    readonly ValueNoise _noise;
    readonly double _density;
    readonly Rgb _cool;
    readonly Rgb _warm;

    public Pebbles(ulong seed)
    {
        var random = new SplitMix64(seed);
        _points = new Lattice(random.Next());
        _noise = new ValueNoise(random.Next());
        _density = random.NextBetween(4.5, 8);
        _cool = Rgb.FromHex(random.NextIndex(2) == 0 ? 0x5C6B73 : 0x3F4E4F);
        _warm = Rgb.FromHex(random.NextIndex(2) == 0 ? 0xC9B79C : 0xE5DDD0);
    }

    public Rgb Shade(double x, double y)
    {
        var warp = 0.35 * _noise.Fractal(x * 9, y * 9, 3);
        var (u, v) = ((x * _density) + warp, (y * _density * 1.2) + warp);
        var (first, second) = (9.0, 9.0);
        var (ownX, ownY, toX, toY) = (0, 0, 0.0, 0.0);
        for (var cell = 0; cell < 9; cell++)
        {
            var cellX = (int)Math.Floor(u) + (cell % 3) - 1;
            var cellY = (int)Math.Floor(v) + (cell / 3) - 1;
            var dx = cellX + (0.15 + (0.7 * _points.At(cellX, cellY))) - u;
            var dy = cellY + (0.15 + (0.7 * _points.At(cellX + 5000, cellY))) - v;
            var distance = Math.Sqrt((dx * dx) + (dy * dy));
            if (distance < first)
            {
                (second, first, ownX, ownY, toX, toY) = (first, distance, cellX, cellY, dx, dy);
            }
            else if (distance < second)
            {
                second = distance;
            }
        }

        var rim = Curve.Step(0.02, 0.3, second - first);
        var tone = _points.At(ownX, ownY + 9000);
        var speckle = _noise.Fractal((x * 60) + (ownX * 3), y * 60, 3);
        var light = 0.75 + (0.7 * toX) + (0.8 * toY);
        return Rgb.Mix(_cool, _warm, tone) * ((0.1 + (0.9 * rim)) * light * (0.6 + (0.8 * speckle)) * (0.6 + (0.6 * tone)));
    }
}
