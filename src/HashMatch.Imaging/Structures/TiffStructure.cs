namespace HashMatch.Imaging.Structures;

/// <summary>Reads the first directory of a TIFF or BigTIFF: size, orientation, samples, where the data lies.</summary>
static class TiffStructure
{
    public static bool TryRead(ReadOnlySpan<byte> bytes, out ImageStructure structure, out ImageError? error)
    {
        structure = default;
        error = null;
        var directory = new TiffDirectory(bytes);
        if (!directory.TryOpen())
        {
            return false;
        }

        var fields = new TiffFields();
        for (var i = 0; i < directory.Count; i++)
        {
            fields.Take(directory, i);
        }

        if (fields.Width == 0 || fields.Height == 0)
        {
            error = Failures.Corrupt(ImageFormat.Tiff, "it has no picture size");
            return false;
        }

        structure = new ImageStructure(fields.Width, fields.Height)
        {
            Orientation = ExifOrientation.Valid(fields.Orientation),
            InvalidOrientationAt = fields.Orientation is >= 1 and <= 8 ? 0 : fields.OrientationAt,
            // The decoder is asked first all the same: some writers exaggerate the length of the last strip.
            LacksTrailer = directory.LacksNext || fields.IsBeyond(bytes.Length),
            Alpha = fields.ExtraSample switch { 0 => AlphaKind.None, 1 => AlphaKind.Premultiplied, _ => AlphaKind.Straight },
            // Of a palette three bytes come out, however few bits go in.
            BytesPerPixel = Math.Max(3, fields.Samples * ((fields.Bits + 7) / 8)),
            LargestPart = fields.TileWidth * fields.TileHeight,
        };
        return true;
    }
}
