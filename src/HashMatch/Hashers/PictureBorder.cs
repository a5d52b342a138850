namespace HashMatch.Hashers;

/// <summary>How many pixels of border a picture has on each side; the default is none.</summary>
/// <param name="Left">Columns on the left.</param>
/// <param name="Top">Rows at the top.</param>
/// <param name="Right">Columns on the right.</param>
/// <param name="Bottom">Rows at the bottom.</param>
public readonly record struct PictureBorder(int Left, int Top, int Right, int Bottom)
{
    /// <summary>Where it lies.</summary>
    public BorderKind Kind => (Left + Right > 0, Top + Bottom > 0) switch
    {
        (false, false) => BorderKind.None,
        (false, true) => BorderKind.Letterbox,
        (true, false) => BorderKind.Pillarbox,
        _ => BorderKind.Border,
    };

    /// <summary>The picture without it.</summary>
    /// <param name="pixels">The picture it was found in.</param>
    /// <exception cref="ArgumentOutOfRangeException">The picture is too small to have had it.</exception>
    public PixelView Trim(PixelView pixels) =>
        pixels.Crop(Left, Top, pixels.Width - Left - Right, pixels.Height - Top - Bottom);
}
