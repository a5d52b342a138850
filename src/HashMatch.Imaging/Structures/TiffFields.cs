namespace HashMatch.Imaging.Structures;

/// <summary>The fields of a TIFF that matter, gathered entry by entry.</summary>
/// <remarks>Sides beyond an int exceed every limit; cut to one, the product of two still fits a long.</remarks>
ref struct TiffFields()
{
    bool _isValueBeyond;
    TiffValues _offsets;
    TiffValues _counts;

    public long Width;
    public long Height;
    public long Bits = 1;
    public long Samples = 1;
    public long Orientation = 1;
    public int OrientationAt;
    public long ExtraSample = 2;
    public long TileWidth;
    public long TileHeight;

    public void Take(in TiffDirectory directory, int index)
    {
        if (!directory.TryGetValues(index, out var values))
        {
            _isValueBeyond = true;
            return;
        }

        var first = values.Count > 0 ? values[0] : 0;
        switch (directory.Tag(index))
        {
            case 256: Width = Math.Min(first, int.MaxValue); break;
            case 257: Height = Math.Min(first, int.MaxValue); break;
            case 258: Bits = Math.Clamp(first, 1, 1 << 16); break;
            case 274: (Orientation, OrientationAt) = (first, directory.InlineValueAt(index)); break;
            case 277: Samples = Math.Clamp(first, 1, 1 << 16); break;
            case 322: TileWidth = Math.Min(first, int.MaxValue); break;
            case 323: TileHeight = Math.Min(first, int.MaxValue); break;
            case 338: ExtraSample = first; break;
            case 273 or 324: _offsets = values; break;
            case 279 or 325: _counts = values; break;
        }
    }

    public readonly bool IsBeyond(int length)
    {
        if (_isValueBeyond)
        {
            return true;
        }

        for (var i = 0; i < _offsets.Count; i++)
        {
            var count = i < _counts.Count ? _counts[i] : 0;
            if (_offsets[i] > length - count)
            {
                return true;
            }
        }

        return false;
    }
}
