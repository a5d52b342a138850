using HashMatch.Imaging.Pixels;
using HashMatch.Imaging.Structures;

namespace HashMatch.Imaging.Vips;

/// <summary>When a JPEG is decoded at a fraction of its sides: its blocks of eight give a half, a quarter or an eighth cheaply.</summary>
static class JpegShrink
{
    const int Most = 8;

    /// <summary>The largest divisor, a power of two, that leaves the short side at least <paramref name="sufficientSide"/>.</summary>
    /// <remarks>A file without its end is decoded in full: whether pixels are missing shows in all of them only.</remarks>
    public static int Of(ImageFormat format, in ImageStructure structure, int sufficientSide)
    {
        if (format != ImageFormat.Jpeg || sufficientSide == 0 || structure.LacksTrailer)
        {
            return 1;
        }

        var shrink = Most;
        while (shrink > 1 && Math.Min(structure.Width, structure.Height) / shrink < sufficientSide)
        {
            shrink /= 2;
        }

        return shrink;
    }

    /// <summary>
    /// Whether a shrunk picture ends in what the decoder fills missing blocks with, so that <see cref="JpegEnding"/> would
    /// suspect the whole one. A missing block is missing at every size, so none that it would suspect passes here.
    /// </summary>
    public static bool IsInDoubt(in RawPicture picture) => picture.Shrink > 1 &&
        !picture.Pixels.GetSpan()[^(picture.Width * picture.PixelSize)..].ContainsAnyExcept(JpegEnding.Filling);
}
