using HashMatch.Imaging.Structures;

namespace HashMatch.Imaging.Bmp;

/// <summary>What a bitmap's headers say, in the words common to all formats.</summary>
static class BmpStructure
{
    public static bool TryRead(ReadOnlySpan<byte> bytes, out ImageStructure structure, out ImageError? error)
    {
        structure = default;
        if (!BmpHeader.TryRead(bytes, out var header, out error))
        {
            return false;
        }

        // Compressed rows have no length of their own: only decoding them tells whether they are all there.
        var needed = header.Compression == BmpCompression.RunLength ? 1 : header.PixelLength;
        structure = new ImageStructure(header.Width, header.Height)
        {
            IsCut = header.PixelStart + needed > bytes.Length,
            BytesPerPixel = 3,
        };
        return true;
    }
}
