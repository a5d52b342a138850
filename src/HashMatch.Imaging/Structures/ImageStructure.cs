namespace HashMatch.Imaging.Structures;

/// <summary>What a walk over a file's own structure tells before any decoder sees a byte of it.</summary>
readonly record struct ImageStructure(long Width, long Height)
{
    /// <summary>EXIF orientation, 1 to 8; 1 where the file says nothing valid.</summary>
    public int Orientation { get; init; } = 1;

    /// <summary>Where a TIFF holds an orientation out of range, which its decoder would call an error; 0 when it does not.</summary>
    public int InvalidOrientationAt { get; init; }

    /// <summary>The picture's data surely ends beyond the file.</summary>
    public bool IsCut { get; init; }

    /// <summary>
    /// The file ends early, but perhaps after the last pixel: the decoder decides, and its failure means truncation.
    /// </summary>
    public bool LacksTrailer { get; init; }

    /// <summary>A GIF's first frame, which may cover less than the picture; null when there is none.</summary>
    public GifFrame? GifFrame { get; init; }

    /// <summary>
    /// The bytes that make the first picture, an end marker excepted, when a decoder need not see the rest; 0 when it needs
    /// the whole file.
    /// </summary>
    public int UsedLength { get; init; }

    /// <summary>What the bands beyond colour mean.</summary>
    public AlphaKind Alpha { get; init; }

    /// <summary>Bytes one decoded pixel takes before it is reduced to 8 bits and three bands.</summary>
    public long BytesPerPixel { get; init; } = 8;

    /// <summary>Pixels the decoder visits in all its passes, counted once for each component; 0 when it makes only one.</summary>
    public long Work { get; init; }

    /// <summary>Pixels of the largest tile or other part that is decoded in one piece; 0 when there are none.</summary>
    public long LargestPart { get; init; }

    /// <summary>A reason why decoding would cost more than its pixels suggest, or null.</summary>
    public string? Excess { get; init; }
}
