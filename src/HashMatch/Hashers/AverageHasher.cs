using HashMatch.Hashers.Transforms;
using HashMatch.Hashes;

namespace HashMatch.Hashers;

/// <summary>aHash: 64 bits, which pixels of an 8x8 luma picture are brighter than their mean.</summary>
/// <remarks>
/// <para>The recipe is that of <c>average_hash</c> of Python's ImageHash 4 (J. Buchner), after N. Krawetz, "Looks Like
/// It" (2011). Luma by ITU-R 601, rounded to 8 bits, and a Lanczos resize to 8x8 as Pillow does both. A bit is one if its
/// pixel exceeds the mean of the 64, which is not rounded.</para>
/// <para>Bit 63 - (8 y + x) stands for column x of row y, so the text is ImageHash's.</para>
/// <para>Working memory is rented from the shared array pool; once it is warm nothing is allocated. Thread-safe: one
/// instance serves all threads.</para>
/// </remarks>
public sealed class AverageHasher
{
    const int Side = 8;

    readonly PixelKernel _kernel;

    /// <summary>A hasher.</summary>
    public AverageHasher()
        : this(PixelKernels.Default)
    {
    }

    internal AverageHasher(PixelKernel kernel) => _kernel = kernel;

    /// <summary>The recipe every hash is made by.</summary>
    public HashProfile Profile { get; } = HashProfile.Ahash1;

    /// <summary>The hash of a picture.</summary>
    /// <param name="pixels">
    /// 8-bit pixels of at least 1x1. A grey picture has one hash whichever way it is stored.
    /// </param>
    /// <returns>The hash, bit 63 - (8 y + x) for column x of row y.</returns>
    public Hash64 Hash(PixelView pixels)
    {
        Span<byte> luma = stackalloc byte[Side * Side];
        Resampler.Resize(_kernel, pixels, Side, luma);
        var sum = 0;
        foreach (var value in luma)
        {
            sum += value;
        }

        var bits = 0UL;
        foreach (var value in luma)
        {
            bits = (bits << 1) | (value * luma.Length > sum ? 1UL : 0UL);
        }

        return new Hash64(bits);
    }
}
