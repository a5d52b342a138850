using HashMatch.Hashers.Transforms;

namespace HashMatch.Hashers;

/// <summary>PDQ: 256 bits from the 16x16 low frequencies of a 64x64 luma picture.</summary>
/// <remarks>
/// <para>The algorithm is that of Meta's ThreatExchange project ("The TMK+PDQF Video-Hashing Algorithm and the PDQ
/// Image-Hashing Algorithm", 2019); hashes equal those of its C++ reference bit for bit, on every processor.</para>
/// <para>Orientation and alpha are the decoder's business: pixels are hashed as they come. Pictures may have any sides;
/// with one below 5 pixels the hash is all zero and the quality 0. Luma outside 0..255 or not finite gives a hash without
/// meaning, never an exception.</para>
/// <para>Working memory is rented from the shared array pool: a few dozen rows of luma, 0.9 MB for twelve megapixels. Once
/// the pool is warm nothing is allocated.</para>
/// <para>Thread-safe: one instance serves all threads.</para>
/// </remarks>
public sealed class PdqHasher
{
    const int SmallestSide = 5;

    readonly PdqKernel _kernel;

    /// <summary>A hasher of the given profile.</summary>
    /// <param name="profile"><see cref="HashProfile.Pdq1"/> if null.</param>
    /// <exception cref="ArgumentException">The profile is not one of PDQ.</exception>
    public PdqHasher(HashProfile? profile = null)
        : this(profile, PdqKernels.Default)
    {
    }

    internal PdqHasher(HashProfile? profile, PdqKernel kernel)
    {
        Profile = profile ?? HashProfile.Pdq1;
        if (Profile.Kind != HashKind.Pdq)
        {
            throw new ArgumentException($"Profile '{Profile}' is not one of PDQ.", nameof(profile));
        }

        _kernel = kernel;
    }

    /// <summary>The recipe every hash of this instance is made by.</summary>
    public HashProfile Profile { get; }

    /// <summary>The hash of a picture.</summary>
    /// <param name="pixels">
    /// 8-bit pixels of at least 1x1. Grey ones are taken as RGB with equal channels, so a grey picture has one hash
    /// whichever way it is stored.
    /// </param>
    /// <returns>The hash, bit 16 i + j for the vertical frequency i + 1 and the horizontal j + 1, and its quality.</returns>
    public PdqResult Hash(PixelView pixels) => Hash(new LumaInput(pixels, Profile));

    /// <summary>The hash of a picture given as luma.</summary>
    /// <param name="luma">At least 1x1, values 0..255.</param>
    /// <returns>The hash, bit 16 i + j for the vertical frequency i + 1 and the horizontal j + 1, and its quality.</returns>
    public PdqResult Hash(LumaPlane luma) => Hash(new LumaInput(luma, Profile));

    /// <summary>The hashes of a picture and of its seven turned and mirrored forms, from one DCT.</summary>
    /// <param name="pixels">As for <see cref="Hash(PixelView)"/>.</param>
    /// <remarks>
    /// They are close to, but in general not equal to, the hashes of the turned pictures. A 64x64 picture is filtered
    /// here as all others are, while <see cref="Hash(PixelView)"/> takes it as it is: its identity hash may differ by some
    /// bits. Both are so in the reference.
    /// </remarks>
    public PdqDihedralResult HashDihedral(PixelView pixels) => HashDihedral(new LumaInput(pixels, Profile));

    /// <summary>The hashes of a picture given as luma and of its seven turned and mirrored forms, from one DCT.</summary>
    /// <param name="luma">At least 1x1, values 0..255.</param>
    /// <remarks><inheritdoc cref="HashDihedral(PixelView)" path="/remarks"/></remarks>
    public PdqDihedralResult HashDihedral(LumaPlane luma) => HashDihedral(new LumaInput(luma, Profile));

    PdqResult Hash(LumaInput input)
    {
        if (IsTooSmall(input))
        {
            return default;
        }

        Span<float> block = stackalloc float[PdqKernel.BlockLength];
        if (input.Width == BoxAxis.SampleCount && input.Height == BoxAxis.SampleCount)
        {
            _kernel.CopyLuma(input, block);
        }
        else
        {
            _kernel.Downsample(input, block);
        }

        Span<float> coefficients = stackalloc float[DctMatrix.Frequencies * DctMatrix.Frequencies];
        _kernel.Transform(block, coefficients);
        return new PdqResult(PdqBits.Of(coefficients), PdqQuality.Of(block));
    }

    PdqDihedralResult HashDihedral(LumaInput input)
    {
        if (IsTooSmall(input))
        {
            return default;
        }

        Span<float> block = stackalloc float[PdqKernel.BlockLength];
        _kernel.Downsample(input, block);
        Span<float> coefficients = stackalloc float[DctMatrix.Frequencies * DctMatrix.Frequencies];
        _kernel.Transform(block, coefficients);
        return new PdqDihedralResult(PdqBits.Dihedral(coefficients), PdqQuality.Of(block));
    }

    static bool IsTooSmall(LumaInput input) => input.Width < SmallestSide || input.Height < SmallestSide;
}
