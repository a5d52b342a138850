using System.Numerics;

namespace HashMatch.Hashers.Transforms;

/// <summary>
/// Sixteen binary32 values worked on at once, whatever width of register carries them. One implementation a width.
/// </summary>
/// <remarks>
/// Every operation is one IEEE-754 rounding a lane, so code written over lanes gives the bits of the same code written
/// over one <see cref="float"/>. Sixteen for all widths keeps the streaming code and its tiles the same everywhere.
/// </remarks>
interface ILanes<TSelf> :
    IAdditionOperators<TSelf, TSelf, TSelf>, ISubtractionOperators<TSelf, TSelf, TSelf>,
    IMultiplyOperators<TSelf, TSelf, TSelf>, IDivisionOperators<TSelf, TSelf, TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>Whether this machine has registers of this width.</summary>
    static abstract bool IsSupported { get; }

    /// <summary>The same value in all lanes.</summary>
    static abstract TSelf Broadcast(float value);

    /// <summary>Sixteen consecutive values.</summary>
    static abstract TSelf Load(ref readonly float source);

    /// <summary>Sixteen bytes, widened.</summary>
    static abstract TSelf LoadGrey(ref readonly byte source);

    /// <summary>The channels of sixteen RGB pixels; reads exactly 48 bytes.</summary>
    static abstract void LoadRgb(ref readonly byte source, out TSelf red, out TSelf green, out TSelf blue);

    /// <summary>Sixteen rows of four values become four rows of sixteen; strides are in values.</summary>
    static abstract void TransposeQuarter(
        ref readonly float source, nint sourceStride, ref float destination, nint destinationStride);

    /// <summary>Writes sixteen consecutive values.</summary>
    void Store(ref float destination);
}
