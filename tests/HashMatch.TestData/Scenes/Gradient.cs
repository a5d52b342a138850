using HashMatch.TestData.Arithmetic;
using HashMatch.TestData.Pixels;

namespace HashMatch.TestData.Scenes;

/// <summary>Soft pools of colour that run into each other, as a studio backdrop or a lamp on a wall.</summary>
sealed class Gradient : IScene
{
    readonly record struct Pool(double X, double Y, double Size, Rgb Colour);

    readonly Pool[] _pools;

    public Gradient(ulong seed, int count)
    {
        var random = new SplitMix64(seed);
        var colours = Palette.Objects(ref random);
        _pools = new Pool[count];
        for (var i = 0; i < count; i++)
        {
            _pools[i] = new Pool(random.NextBetween(0, 1.33), random.NextBetween(0, 1), random.NextBetween(0.02, 0.08),
                colours[random.NextIndex(5)] * random.NextBetween(0.2, 1.2));
        }
    }

    public Rgb Shade(double x, double y)
    {
        var sum = default(Rgb);
        var total = 0.0;
        foreach (var pool in _pools)
        {
            var square = ((x - pool.X) * (x - pool.X)) + ((y - pool.Y) * (y - pool.Y));

            // A high power of the distance keeps each pool its own colour; a low one would blend all to grey.
            var weight = pool.Size / (0.000001 + (square * square * square));
            sum += pool.Colour * weight;
            total += weight;
        }

        return sum * (1 / total);
    }
}
