using HashMatch.Hashers.Transforms;
using HashMatch.Hashes;

namespace HashMatch.Hashers;

/// <summary>pHash: 64 bits, the signs of the 8x8 lowest frequencies of a 32x32 luma picture around their median.</summary>
/// <remarks>
/// <para>The recipe is that of <c>phash</c> of Python's ImageHash 4 (J. Buchner), after N. Krawetz, "Looks Like It"
/// (2011). Luma by ITU-R 601, rounded to 8 bits, and a Lanczos resize to 32x32 as Pillow does both; a DCT-II of the columns
/// and then the rows; of each axis the frequencies 0 to 7, the constant among them. A bit is one if its frequency exceeds
/// the median of the 64.</para>
/// <para>Bit 63 - (8 i + j) stands for the vertical frequency i and the horizontal j, so the text is ImageHash's. The
/// transform is in whole numbers: where frequencies cancel, as in a flat or symmetrical picture, theirs is decided by
/// rounding noise and may differ in those bits.</para>
/// <para>Working memory is rented from the shared array pool; once it is warm nothing is allocated. Thread-safe: one
/// instance serves all threads.</para>
/// </remarks>
public sealed class DctHasher
{
    readonly PixelKernel _kernel;

    /// <summary>A hasher.</summary>
    public DctHasher()
        : this(PixelKernels.Default)
    {
    }

    internal DctHasher(PixelKernel kernel) => _kernel = kernel;

    /// <summary>The recipe every hash is made by.</summary>
    public HashProfile Profile { get; } = HashProfile.Phash1;

    /// <summary>The hash of a picture.</summary>
    /// <param name="pixels">
    /// 8-bit pixels of at least 1x1. A grey picture has one hash whichever way it is stored.
    /// </param>
    /// <returns>The hash, bit 63 - (8 i + j) for the vertical frequency i and the horizontal j.</returns>
    public Hash64 Hash(PixelView pixels)
    {
        Span<byte> samples = stackalloc byte[LowCosines.Samples * LowCosines.Samples];
        Resampler.Resize(_kernel, pixels, LowCosines.Samples, samples);
        Span<long> frequencies = stackalloc long[Hash64.BitCount];
        LowCosines.Transform(samples, frequencies);

        // What exceeds the mean of the two middle values exceeds the lower of them, and the other way round.
        Span<long> ordered = stackalloc long[Hash64.BitCount];
        frequencies.CopyTo(ordered);
        ordered.Sort();
        var median = ordered[(Hash64.BitCount / 2) - 1];
        var bits = 0UL;
        foreach (var frequency in frequencies)
        {
            bits = (bits << 1) | (frequency > median ? 1UL : 0UL);
        }

        return new Hash64(bits);
    }
}
