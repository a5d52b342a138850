using System.Buffers;

namespace HashMatch.Tests.Hashers;

/// <summary>Fills arrays of the shared pool with NaN, which spreads to every result that touches them.</summary>
static class SoiledPool
{
    internal static void Soil()
    {
        for (var length = 1 << 12; length <= 1 << 20; length <<= 1)
        {
            var array = ArrayPool<float>.Shared.Rent(length);
            array.AsSpan().Fill(float.NaN);
            ArrayPool<float>.Shared.Return(array);
        }
    }

    /// <summary>The same for whole numbers, with the largest of them.</summary>
    internal static void SoilShorts()
    {
        for (var length = 1 << 12; length <= 1 << 20; length <<= 1)
        {
            var array = ArrayPool<short>.Shared.Rent(length);
            array.AsSpan().Fill(short.MaxValue);
            ArrayPool<short>.Shared.Return(array);
        }
    }
}
