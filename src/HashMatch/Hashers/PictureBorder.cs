namespace HashMatch.Hashers;

/// <summary>How many pixels of border a picture has on each side; the default is none.</summary>
/// <param name="Left">Columns on the left.</param>
/// <param name="Top">Rows at the top.</param>
/// <param name="Right">Columns on the right.</param>
/// <param name="Bottom">Rows at the bottom.</param>
public readonly record struct PictureBorder(int Left, int Top, int Right, int Bottom)
{
    /// <summary>The share of a side, in percent, by which borders must differ to be worth a hash each.</summary>
    const int LeastPercent = 1;

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

    /// <summary>Whether what it leaves of a picture hashes much as what another leaves.</summary>
    internal bool IsNear(PictureBorder other, PixelView pixels) =>
        IsNear(Left - other.Left, pixels.Width) && IsNear(Right - other.Right, pixels.Width) &&
        IsNear(Top - other.Top, pixels.Height) && IsNear(Bottom - other.Bottom, pixels.Height);

    static bool IsNear(int difference, int side) => 100L * Math.Abs(difference) < (long)LeastPercent * side;
}
