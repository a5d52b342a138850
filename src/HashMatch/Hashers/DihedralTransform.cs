namespace HashMatch.Hashers;

/// <summary>The eight ways to turn and mirror a picture, in the order records list them.</summary>
public enum DihedralTransform
{
    /// <summary>Unchanged.</summary>
    Identity,

    /// <summary>Rotated by 90 degrees counter-clockwise.</summary>
    Rot90,

    /// <summary>Rotated by 180 degrees.</summary>
    Rot180,

    /// <summary>Rotated by 270 degrees counter-clockwise (90 clockwise).</summary>
    Rot270,

    /// <summary>Left and right exchanged (PDQ's <c>flipY</c>).</summary>
    FlipHorizontal,

    /// <summary>Top and bottom exchanged (PDQ's <c>flipX</c>).</summary>
    FlipVertical,

    /// <summary>Rows and columns exchanged: the upper left corner stays (PDQ's <c>flipPlus1</c>).</summary>
    Transpose,

    /// <summary>Mirrored at the other diagonal: the upper right corner stays (PDQ's <c>flipMinus1</c>).</summary>
    Transverse,
}
