namespace HashMatch.Hashers.Transforms;

/// <summary>Luma of sixteen rows, a tile of sixteen columns at a time.</summary>
interface ILumaTiles
{
    /// <summary>From one row of a tile to the next.</summary>
    nint Stride { get; }

    /// <summary>The first value of the tile that starts at <paramref name="column"/>; valid until the next call.</summary>
    ref readonly float At(int column);
}
