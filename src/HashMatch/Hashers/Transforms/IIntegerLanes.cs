using System.Diagnostics.CodeAnalysis;

namespace HashMatch.Hashers.Transforms;

/// <summary>
/// 256 bits seen as sixteen 16-bit numbers or as eight 32-bit sums, whatever width of register carries them. One
/// implementation a width.
/// </summary>
/// <remarks>Whole numbers: however the sums are grouped, their total is the same.</remarks>
interface IIntegerLanes<TSelf>
    where TSelf : struct, IIntegerLanes<TSelf>
{
    /// <summary>Whether this machine has registers of this width.</summary>
    static abstract bool IsSupported { get; }

    /// <summary>Sixteen consecutive numbers.</summary>
    static abstract TSelf Load(ref readonly short source);

    /// <summary>The sums with all sixteen products added, each to some sum, modulo 2^32.</summary>
    static abstract TSelf AddProducts(TSelf sums, TSelf left, TSelf right);

    /// <summary>The sums with 32 bytes added, each to some sum.</summary>
    static abstract TSelf AddBytes(TSelf sums, ref readonly byte source);

    /// <summary>Sixteen bytes, widened.</summary>
    static abstract void StoreGrey(ref readonly byte source, ref short destination);

    /// <summary>Sixteen RGB pixels as <see cref="RoundedLuma"/>; reads exactly 48 bytes.</summary>
    static abstract void StoreLuma(ref readonly byte source, ref short destination);

    /// <summary>Each sum of <paramref name="low"/> plus that of <paramref name="high"/> times 2^<paramref name="bits"/>.</summary>
    static abstract TSelf Join(TSelf low, TSelf high, [ConstantExpected] int bits);

    /// <summary>Adds the eight sums of each of four to one of four consecutive numbers.</summary>
    static abstract void AddTotals(TSelf first, TSelf second, TSelf third, TSelf fourth, ref int destination);

    /// <summary>The eight sums in one, modulo 2^32.</summary>
    int Total();
}
