namespace HashMatch.Imaging;

/// <summary>What an image says of itself before any pixel is decoded.</summary>
/// <remarks>
/// The decoded picture has this size, with width and height swapped where an orientation asks for it. Smaller are only an AVIF
/// that crops itself (<c>clap</c>), and what was shrunk since <see cref="DecodeOptions.SufficientSide"/> allowed it. It never
/// has more pixels.
/// </remarks>
/// <param name="Format">Told by the bytes, never by a file name.</param>
/// <param name="Width">Pixels in a row as stored, before orientation.</param>
/// <param name="Height">Rows as stored, before orientation.</param>
public readonly record struct ImageHeader(ImageFormat Format, int Width, int Height)
{
    /// <summary>Width times height.</summary>
    public long PixelCount => (long)Width * Height;
}
