using HashMatch.Hashers.Transforms;
using HashMatch.Hashes;

namespace HashMatch.Hashers;

/// <summary>blockhash: 256 bits, which of 16x16 blocks are brighter than the median of their band.</summary>
/// <remarks>
/// <para>The recipe is that of <c>bmvbhash</c> of blockhash-core 0.1 with 16 bits a row, after B. Yang, F. Gu and X. Niu,
/// "Block Mean Value Based Image Perceptual Hashing" (2006). A block's value is the sum of R + G + B over its pixels; where
/// the sides do not divide by 16, pixels on a bound are shared between both blocks by area. Four rows of blocks are a band.
/// A bit is one if its block exceeds the median of its band, the mean of the two middle values, or lies less than 1 from it
/// while the median exceeds half of white.</para>
/// <para>Bit 255 - (16 y + x) stands for block x of row y, so the text is blockhash's. Shares are whole sixteenths, so
/// everything is in whole numbers and equal to its doubles. Its rule for transparent pixels does not apply: alpha is the
/// decoder's business.</para>
/// <para>Nothing is allocated. Thread-safe: one instance serves all threads.</para>
/// </remarks>
public sealed class BlockHasher
{
    const int Blocks = BlockStretch.Blocks;
    const int Bands = 4;
    const int BandLength = Blocks * Blocks / Bands;

    /// <summary>Sums count a pixel in sixteenths of sixteenths.</summary>
    const int Units = Blocks * Blocks;

    readonly PixelKernel _kernel;

    /// <summary>A hasher.</summary>
    public BlockHasher()
        : this(PixelKernels.Default)
    {
    }

    internal BlockHasher(PixelKernel kernel) => _kernel = kernel;

    /// <summary>The recipe every hash is made by.</summary>
    public HashProfile Profile { get; } = HashProfile.Blockhash1;

    /// <summary>The hash of a picture.</summary>
    /// <param name="pixels">
    /// 8-bit pixels of at least 1x1. Grey ones are taken as RGB with equal channels, so a grey picture has one hash
    /// whichever way it is stored.
    /// </param>
    /// <returns>The hash, bit 255 - (16 y + x) for block x of row y.</returns>
    public Hash256 Hash(PixelView pixels)
    {
        Span<long> sums = stackalloc long[Blocks * Blocks];
        BlockSums.Add(_kernel, pixels, sums);

        // Half of white, 256 levels of three channels, over a block: an area of width x height / 256 pixels.
        var half = (long)pixels.Width * pixels.Height * 256 * 3 / 2;
        Span<ulong> words = stackalloc ulong[Bands];
        for (var band = 0; band < Bands; band++)
        {
            words[band] = BitsOf(sums.Slice(band * BandLength, BandLength), half);
        }

        return new Hash256(words[3], words[2], words[1], words[0]);
    }

    /// <summary>The bits of a band, the first block in the highest.</summary>
    static ulong BitsOf(ReadOnlySpan<long> band, long half)
    {
        Span<long> ordered = stackalloc long[BandLength];
        band.CopyTo(ordered);
        ordered.Sort();

        // Everything is doubled, so that the mean of the middle values stays whole.
        var median = ordered[(BandLength / 2) - 1] + ordered[BandLength / 2];
        var bits = 0UL;
        foreach (var sum in band)
        {
            var difference = (2 * sum) - median;
            var isBright = difference > 0 || (Math.Abs(difference) < 2 * Units && median > 2 * half);
            bits = (bits << 1) | (isBright ? 1UL : 0UL);
        }

        return bits;
    }
}
