using HashMatch.TestData.Arithmetic;
using HashMatch.TestData.Pixels;

namespace HashMatch.TestData.Scenes;

/// <summary>A painted plane divided again and again by straight lines, each field in its own colour.</summary>
sealed class Mosaic : IScene
{
    readonly record struct Field(double Left, double Top, double Right, double Bottom, Rgb Colour);

    readonly List<Field> _fields = [];
    readonly ValueNoise _paint;

    public Mosaic(ulong seed)
    {
        var random = new SplitMix64(seed);
        var colours = Palette.Objects(ref random);
        _paint = new ValueNoise(random.Next());
        Divide(ref random, colours, new Field(0, 0, 1.34, 1, default), 0);
    }

    public Rgb Shade(double x, double y)
    {
        foreach (var field in _fields)
        {
            if (x >= field.Left && x < field.Right && y >= field.Top && y < field.Bottom)
            {
                var edge = Math.Min(Math.Min(x - field.Left, field.Right - x), Math.Min(y - field.Top, field.Bottom - y));
                var brush = _paint.Fractal(x * 8, y * 45, 4);
                return Rgb.Mix(Rgb.FromHex(0x18181A), field.Colour * (0.65 + (0.6 * brush)), Curve.Step(0.004, 0.01, edge));
            }
        }

        return default;
    }

    void Divide(ref SplitMix64 random, Rgb[] colours, Field field, int depth)
    {
        var (width, height) = (field.Right - field.Left, field.Bottom - field.Top);
        if (depth > 2 && (Math.Max(width, height) < 0.3 || random.NextIndex(6) == 0))
        {
            _fields.Add(field with { Colour = colours[random.NextIndex(colours.Length)] });
            return;
        }

        var share = random.NextBetween(0.3, 0.7);
        if (width > height)
        {
            var cut = field.Left + (width * share);
            Divide(ref random, colours, field with { Right = cut }, depth + 1);
            Divide(ref random, colours, field with { Left = cut }, depth + 1);
        }
        else
        {
            var cut = field.Top + (height * share);
            Divide(ref random, colours, field with { Bottom = cut }, depth + 1);
            Divide(ref random, colours, field with { Top = cut }, depth + 1);
        }
    }
}
