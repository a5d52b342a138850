namespace HashMatch.Imaging.Bmp;

/// <summary>How a bitmap's pixels are stored.</summary>
enum BmpCompression
{
    /// <summary>In a way that is not read.</summary>
    Unknown,

    /// <summary>Palette indices, or blue, green, red bytes.</summary>
    None,

    /// <summary>Words of 16 or 32 bits, channels cut out by masks.</summary>
    Masks,

    /// <summary>Runs of 4, 8 or 24 bits.</summary>
    RunLength,
}
