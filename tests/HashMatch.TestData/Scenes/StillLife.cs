using HashMatch.TestData.Arithmetic;
using HashMatch.TestData.Pixels;

namespace HashMatch.TestData.Scenes;

/// <summary>Vases and fruit on a table before a wall, light from one side.</summary>
sealed class StillLife : IScene
{
    readonly record struct Vase(double X, double Foot, double Height, double Width, double Bulge, double Neck, Rgb Colour);

    readonly record struct Fruit(double X, double Y, double Radius, Rgb Colour);

    readonly List<Vase> _vases = [];
    readonly List<Fruit> _fruits = [];
    readonly ValueNoise _noise;
    readonly Rgb _wall;
    readonly Rgb _table;
    readonly double _edge;
    readonly double _side;

    public StillLife(ulong seed)
    {
        var random = new SplitMix64(seed);
        var colours = Palette.Objects(ref random);
        _noise = new ValueNoise(random.Next());
        _wall = colours[random.NextIndex(5)] * 0.6;
        _table = Rgb.FromHex(random.NextIndex(2) == 0 ? 0x9C6B3F : 0xCFC6B8);
        _edge = random.NextBetween(0.55, 0.68);
        _side = random.NextIndex(2) == 0 ? 1 : -1;
        for (var i = 0; i < 3 + random.NextIndex(2); i++)
        {
            _vases.Add(new Vase(random.NextBetween(0.15, 1.2), _edge + 0.05 + (0.05 * i), random.NextBetween(0.25, 0.55),
                random.NextBetween(0.07, 0.14), random.NextBetween(0.3, 0.7), random.NextBetween(0.25, 0.6),
                colours[random.NextIndex(4)]));
        }

        for (var i = 0; i < 4 + random.NextIndex(3); i++)
        {
            var radius = random.NextBetween(0.045, 0.085);
            _fruits.Add(new Fruit(random.NextBetween(0.1, 1.25), _edge + random.NextBetween(0.12, 0.3), radius,
                Rgb.FromHex(random.NextIndex(2) == 0 ? 0xD9482B : 0xE8B93A)));
        }

        _fruits.Sort((a, b) => a.Y.CompareTo(b.Y));
    }

    public Rgb Shade(double x, double y)
    {
        var colour = Background(x, y);
        foreach (var vase in _vases)
        {
            var up = (vase.Foot - y) / vase.Height;
            var half = up is >= 0 and <= 1 ? HalfWidth(vase, up) : 0;
            var across = half > 0 ? (x - vase.X) / half : 2;
            if (Math.Abs(across) < 1)
            {
                colour = Round(vase.Colour, across, 0.15, x, y);
            }
        }

        foreach (var fruit in _fruits)
        {
            var (across, down) = ((x - fruit.X) / fruit.Radius, (y - fruit.Y) / fruit.Radius);
            if ((across * across) + (down * down) < 1)
            {
                colour = Round(fruit.Colour, across, -down, x, y);
            }
        }

        return colour;
    }

    Rgb Background(double x, double y)
    {
        if (y < _edge)
        {
            var fall = 0.5 + (0.6 * Curve.Clamp(_side > 0 ? x / 1.33 : 1 - (x / 1.33)));
            return _wall * (fall * (0.8 + (0.5 * _noise.Fractal(x * 4, y * 4, 5))));
        }

        var wood = _noise.Fractal(x * 3, y * 40, 4);
        var light = 1.0;
        foreach (var vase in _vases)
        {
            light *= Shadow(x, y, vase.X, vase.Foot, vase.Width * 1.6);
        }

        foreach (var fruit in _fruits)
        {
            light *= Shadow(x, y, fruit.X, fruit.Y + (fruit.Radius * 0.8), fruit.Radius * 1.4);
        }

        return _table * ((0.45 + (0.7 * wood)) * light * (1.1 - (0.4 * (y - _edge))));
    }

    // Light falls from one side, so the pool of shadow lies on the other.
    double Shadow(double x, double y, double footX, double footY, double size)
    {
        var across = (x - footX + (_side * size * 0.7)) / (size * 1.2);
        var down = (y - footY) / (size * 0.3);
        return 0.45 + (0.55 * Curve.Step(0.3, 1, (across * across) + (down * down)));
    }

    static double HalfWidth(Vase vase, double up)
    {
        var body = up / vase.Bulge;
        var belly = up < vase.Bulge
            ? 0.6 + (0.4 * Curve.Smooth(body))
            : Curve.Lerp(1, vase.Neck, Curve.Smooth((up - vase.Bulge) / (1 - vase.Bulge)));
        var lip = up > 0.95 ? 0.15 : 0;
        return vase.Width * (belly + lip);
    }

    Rgb Round(Rgb colour, double across, double up, double x, double y)
    {
        var depth = Math.Sqrt(Curve.Clamp(1 - (across * across) - (up * up)));
        var facing = Curve.Clamp((0.55 * _side * across) + (0.45 * up) + (0.7 * depth));
        var glaze = 0.85 + (0.3 * _noise.Fractal(x * 25, y * 25, 3));
        return (colour * ((0.12 + (0.95 * facing)) * glaze)) + (new Rgb(1, 1, 1) * (0.6 * Curve.Power(facing, 24)));
    }
}
