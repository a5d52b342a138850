namespace HashMatch.Imaging.Formats;

/// <summary>How the pixels of a bitmap are stored; the values are the format's own.</summary>
enum BmpCompression
{
    None = 0,
    RunLength8 = 1,
    RunLength4 = 2,
    BitFields = 3,
    Jpeg = 4,
    Png = 5,
    AlphaBitFields = 6,
}
