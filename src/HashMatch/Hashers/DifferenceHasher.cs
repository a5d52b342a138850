using HashMatch.Hashers.Transforms;
using HashMatch.Hashes;

namespace HashMatch.Hashers;

/// <summary>dHash: 64 bits, whether luma grows from left to right, in a picture of 9x8.</summary>
/// <remarks>
/// <para>The recipe is that of <c>dhash</c> of Python's ImageHash 4 (J. Buchner), after N. Krawetz, "Kind of Like That"
/// (2013). Luma by ITU-R 601, rounded to 8 bits, and a Lanczos resize to nine columns and eight rows as Pillow does both. A
/// bit is one if a pixel is brighter than the one to its left.</para>
/// <para>Bit 63 - (8 y + x) stands for the columns x and x + 1 of row y, so the text is ImageHash's.</para>
/// <para>Working memory is rented from the shared array pool; once it is warm nothing is allocated. Thread-safe: one
/// instance serves all threads.</para>
/// </remarks>
public sealed class DifferenceHasher
{
    const int Width = 9;
    const int Height = 8;

    readonly PixelKernel _kernel;

    /// <summary>A hasher.</summary>
    public DifferenceHasher()
        : this(PixelKernels.Default)
    {
    }

    internal DifferenceHasher(PixelKernel kernel) => _kernel = kernel;

    /// <summary>The recipe every hash is made by.</summary>
    public HashProfile Profile { get; } = HashProfile.Dhash1;

    /// <summary>The hash of a picture.</summary>
    /// <param name="pixels">
    /// 8-bit pixels of at least 1x1. A grey picture has one hash whichever way it is stored.
    /// </param>
    /// <returns>The hash, bit 63 - (8 y + x) for the columns x and x + 1 of row y.</returns>
    public Hash64 Hash(PixelView pixels)
    {
        Span<byte> luma = stackalloc byte[Width * Height];
        Resampler.Resize(_kernel, pixels, Width, luma);
        var bits = 0UL;
        for (var i = 0; i < luma.Length; i++)
        {
            if (i % Width != 0)
            {
                bits = (bits << 1) | (luma[i] > luma[i - 1] ? 1UL : 0UL);
            }
        }

        return new Hash64(bits);
    }
}
