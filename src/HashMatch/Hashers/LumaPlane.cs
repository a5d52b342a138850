namespace HashMatch.Hashers;

/// <summary>A borrowed rectangle of luma, the input of every hasher: rows top to bottom, pixels left to right.</summary>
/// <remarks>
/// Values are 0..255, not rounded to integers. PDQ's luma of an RGB pixel is <c>(0.299f*R + 0.587f*G) + 0.114f*B</c> in
/// binary32; <see cref="PdqHasher"/> computes it row by row from a <see cref="PixelView"/>, so a whole plane is only
/// needed by callers who have luma already.
/// </remarks>
public readonly ref struct LumaPlane
{
    /// <summary>A view of <paramref name="data"/>.</summary>
    /// <param name="data">At least <c>width * height</c> values; more are ignored.</param>
    /// <param name="width">Pixels in a row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is below 1.</exception>
    /// <exception cref="ArgumentException"><paramref name="data"/> is too short.</exception>
    public LumaPlane(ReadOnlySpan<float> data, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        var needed = (long)width * height;
        if (data.Length < needed)
        {
            throw new ArgumentException($"{width}x{height} needs {needed} values, not {data.Length}.", nameof(data));
        }

        Data = data[..(int)needed];
        Width = width;
        Height = height;
    }

    /// <summary>All values, row after row.</summary>
    public ReadOnlySpan<float> Data { get; }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Row <paramref name="y"/>, 0 at the top.</summary>
    public ReadOnlySpan<float> Row(int y) => Data.Slice(y * Width, Width);
}
