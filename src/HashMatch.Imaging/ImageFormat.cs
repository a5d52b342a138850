namespace HashMatch.Imaging;

/// <summary>The formats told apart by their first bytes.</summary>
public enum ImageFormat
{
    /// <summary>JPEG (baseline, progressive; grey, YCbCr, CMYK).</summary>
    Jpeg,

    /// <summary>PNG, animated PNG included (first frame).</summary>
    Png,

    /// <summary>WebP, lossy and lossless, animations by their first frame.</summary>
    WebP,

    /// <summary>GIF, animations by their first frame.</summary>
    Gif,

    /// <summary>TIFF, its first page.</summary>
    Tiff,

    /// <summary>Windows and OS/2 bitmaps.</summary>
    Bmp,

    /// <summary>AVIF.</summary>
    Avif,
}
