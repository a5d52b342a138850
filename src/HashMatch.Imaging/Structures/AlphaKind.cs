namespace HashMatch.Imaging.Structures;

/// <summary>What the bands beyond colour mean.</summary>
enum AlphaKind
{
    /// <summary>Opacity; colour stored as is.</summary>
    Straight,

    /// <summary>Opacity; colour stored already multiplied by it.</summary>
    Premultiplied,

    /// <summary>Something else: ignored.</summary>
    None,
}
