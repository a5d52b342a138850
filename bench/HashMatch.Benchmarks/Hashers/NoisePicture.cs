using HashMatch.Hashers;

namespace HashMatch.Benchmarks.Hashers;

/// <summary>A seeded picture of noise: PDQ's time depends on the sides alone, not on what is seen.</summary>
sealed class NoisePicture
{
    const int Seed = 42;

    readonly byte[] _pixels;
    readonly float[] _luma;
    readonly int _width;
    readonly int _height;

    /// <param name="size">Sides, such as <c>512x512</c>.</param>
    internal NoisePicture(string size)
    {
        var sides = Array.ConvertAll(size.Split('x'), int.Parse);
        (_width, _height) = (sides[0], sides[1]);
        _pixels = new byte[_width * _height * (int)PixelLayout.Rgb24];
        _luma = new float[_width * _height];
        var random = new Random(Seed);
        random.NextBytes(_pixels);
        foreach (ref var value in _luma.AsSpan())
        {
            value = random.NextSingle() * 255;
        }
    }

    internal PixelView Rgb => new(_pixels, _width, _height, PixelLayout.Rgb24);

    internal PixelView Grey => new(_pixels, _width, _height, PixelLayout.Grey8);

    internal LumaPlane Luma => new(_luma, _width, _height);

    /// <summary>Makes rows above and below black in <see cref="Rgb"/>, each so many percent of the height.</summary>
    internal void DrawBars(int percent)
    {
        var rgb = _pixels.AsSpan();
        var bar = _height * percent / 100 * _width * (int)PixelLayout.Rgb24;
        rgb[..bar].Clear();
        rgb[^bar..].Clear();
    }
}
