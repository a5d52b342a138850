namespace HashMatch.Imaging.Pixels;

/// <summary>Grey or RGB pixels before orientation.</summary>
readonly record struct RawPicture(NativePixels Pixels, int Width, int Height, int PixelSize)
{
    /// <summary>By how much its sides were divided on loading: 1 where they were not.</summary>
    public int Shrink { get; init; } = 1;
}
