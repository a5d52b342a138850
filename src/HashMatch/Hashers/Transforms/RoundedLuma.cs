using System.Runtime.CompilerServices;

namespace HashMatch.Hashers.Transforms;

/// <summary>Luma as a whole number: the weights of ITU-R 601 in units of 2^-16, rounded to the nearest.</summary>
/// <remarks>This is what Pillow's <c>convert("L")</c> does. The weights sum to 65536, so grey keeps its value.</remarks>
static class RoundedLuma
{
    internal const int Red = 19595;
    internal const int Green = 38470;
    internal const int Blue = 7471;
    internal const int Half = 1 << (Shift - 1);
    internal const int Shift = 16;

    /// <summary>Luma of one pixel, 0..255.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static byte Of(byte red, byte green, byte blue) =>
        (byte)(((Red * red) + (Green * green) + (Blue * blue) + Half) >> Shift);
}
