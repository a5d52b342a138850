namespace HashMatch.Imaging.Structures;

/// <summary>Walks the boxes of an AVIF: the size of its primary picture, and whether all boxes are there.</summary>
static class AvifStructure
{
    public static bool TryRead(ReadOnlySpan<byte> bytes, out ImageStructure structure, out ImageError? error)
    {
        error = null;
        var size = default(AvifSizes);
        var (sawMeta, sawData, isCut, end) = (false, false, false, 0);
        foreach (var box in new IsoBoxes(bytes))
        {
            var isData = box.Is("mdat"u8) || box.Is("idat"u8);
            if (box.IsCut && sawMeta && sawData && !isData)
            {
                // Junk after the picture, or metadata that nobody needs here.
                break;
            }

            sawData |= isData;
            isCut |= box.IsCut;
            end += box.Length;
            if (box.Is("meta"u8) && box.Body.Length > 4 && !sawMeta)
            {
                sawMeta = true;
                size = AvifSizes.Read(box.Body[4..]);
            }
        }

        structure = new ImageStructure(size.Width, size.Height)
        {
            IsCut = isCut,
            LacksTrailer = !sawData,
            UsedLength = isCut ? 0 : end,
            LargestPart = size.LargestItem,
        };
        if (size.Width > 0 && size.Height > 0)
        {
            return true;
        }

        error = isCut || !sawMeta && bytes.Length < 64 ? null
            : sawMeta ? Failures.Corrupt(ImageFormat.Avif, "it has no picture size")
            : Failures.Unsupported("an AVIF sequence without a still picture");
        return false;
    }
}
