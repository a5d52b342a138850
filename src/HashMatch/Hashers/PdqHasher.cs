using System.Buffers;
using HashMatch.Hashers.Transforms;
using HashMatch.Hashes;

namespace HashMatch.Hashers;

/// <summary>PDQ: 256 bits from the 16x16 low frequencies of a 64x64 luma picture.</summary>
/// <remarks>
/// <para>The algorithm is that of Meta's ThreatExchange project ("The TMK+PDQF Video-Hashing Algorithm and the PDQ
/// Image-Hashing Algorithm", 2019); hashes equal those of its C++ reference bit for bit, on every processor.</para>
/// <para>Orientation and alpha are the decoder's business: pixels are hashed as they come. Pictures may have any sides;
/// with one below 5 pixels the hash is all zero and the quality 0. Luma outside 0..255 or not finite gives a hash without
/// meaning, never an exception.</para>
/// <para>Working memory is rented from the shared array pool: a few dozen rows of luma, 0.9 MB for twelve megapixels;
/// with <see cref="HashProfile.PdqFast"/> 1.3 MB for every picture. Once the pool is warm nothing is allocated.</para>
/// <para>Thread-safe: one instance serves all threads.</para>
/// </remarks>
public sealed class PdqHasher
{
    const int SmallestSide = 5;

    /// <summary>Below it a picture's margins end in nothing clear; PDQ's authors discard such hashes, and none is made up for them.</summary>
    const int LeastQuality = 50;

    const int AveragedLength = AreaAxis.PartCount * AreaAxis.PartCount;
    const int CoefficientCount = DctMatrix.Frequencies * DctMatrix.Frequencies;

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

    /// <summary>The hashes of a picture and of its seven turned and mirrored forms, by its pixels.</summary>
    /// <param name="pixels">As for <see cref="Hash(PixelView)"/>.</param>
    /// <returns>
    /// The identity's hash equals that of <see cref="Hash(PixelView)"/>; the others are those of the turned pixels but for
    /// rounding, which may move undecided bits. Quality and undecided bits are the identity's.
    /// </returns>
    public PdqDihedralResult HashDihedral(PixelView pixels) => HashDihedral(new LumaInput(pixels, Profile));

    /// <summary>The hashes of a picture given as luma and of its seven turned and mirrored forms.</summary>
    /// <param name="luma">At least 1x1, values 0..255.</param>
    /// <returns><inheritdoc cref="HashDihedral(PixelView)" path="/returns"/></returns>
    public PdqDihedralResult HashDihedral(LumaPlane luma) => HashDihedral(new LumaInput(luma, Profile));

    /// <summary>The eight hashes as PDQ's reference derives them, all from one DCT: an approximation.</summary>
    /// <param name="pixels">As for <see cref="Hash(PixelView)"/>.</param>
    /// <remarks>
    /// PDQ does not look at a picture symmetrically, so these differ from the hashes of the turned pixels, the more the
    /// smaller the picture: <see cref="HashDihedral(PixelView)"/> gives those. A 64x64 picture is filtered here as all
    /// others are, while <see cref="Hash(PixelView)"/> takes it as it is: its identity hash may differ by some bits. Both
    /// are so in the reference.
    /// </remarks>
    public PdqDihedralResult DeriveDihedral(PixelView pixels) => DeriveDihedral(new LumaInput(pixels, Profile));

    /// <summary>The eight hashes of a picture given as luma as PDQ's reference derives them: an approximation.</summary>
    /// <param name="luma">At least 1x1, values 0..255.</param>
    /// <remarks><inheritdoc cref="DeriveDihedral(PixelView)" path="/remarks"/></remarks>
    public PdqDihedralResult DeriveDihedral(LumaPlane luma) => DeriveDihedral(new LumaInput(luma, Profile));

    /// <summary>The hashes a picture is looked for by, altered copies of it included.</summary>
    /// <param name="pixels">As for <see cref="Hash(PixelView)"/>.</param>
    /// <param name="kinds">Which forms to hash; the picture as it is always is.</param>
    /// <returns>The forms; the hash of the picture as it is equals that of <see cref="Hash(PixelView)"/>.</returns>
    public HashForms HashForms(PixelView pixels, FormKinds kinds = FormKinds.All)
    {
        var dihedral = (kinds & FormKinds.Dihedral) != 0;
        var (pdq, turned) = HashForm(pixels, dihedral);
        if ((kinds & FormKinds.Trimmed) == 0)
        {
            return new HashForms(pdq, turned);
        }

        var border = BorderFinder.Find(pixels);
        var trimmed = border.Kind == BorderKind.None ? null : HashRest(pixels, border, border.Kind, dihedral);
        if (Math.Max(pdq.Quality, trimmed?.Pdq.Quality ?? 0) < LeastQuality)
        {
            return new HashForms(pdq, turned, trimmed);
        }

        var margins = ContentFinder.Find(pixels);
        var content = margins.IsNear(default, pixels) || margins.IsNear(border, pixels) ? null : HashRest(pixels, margins, BorderKind.Content, dihedral);
        return new HashForms(pdq, turned, trimmed, content);
    }

    TrimmedHash HashRest(PixelView pixels, PictureBorder cut, BorderKind kind, bool dihedral)
    {
        var (pdq, turned) = HashForm(cut.Trim(pixels), dihedral);
        return new TrimmedHash(kind, pdq, turned);
    }

    (PdqResult Pdq, DihedralHashes? Dihedral) HashForm(PixelView pixels, bool dihedral)
    {
        if (!dihedral)
        {
            return (Hash(pixels), null);
        }

        var result = HashDihedral(pixels);
        var pdq = new PdqResult(result.Hashes[DihedralTransform.Identity], result.Quality) { UndecidedBits = result.UndecidedBits };
        return (pdq, result.Hashes);
    }

    PdqResult Hash(LumaInput input)
    {
        if (IsTooSmall(input))
        {
            return default;
        }

        Span<float> block = stackalloc float[PdqKernel.BlockLength];
        if (IsBlock(input))
        {
            _kernel.CopyLuma(input, block);
        }
        else
        {
            Downsample(input, block);
        }

        var coefficients = Transform(block, stackalloc float[CoefficientCount]);
        return new PdqResult(PdqBits.Of(coefficients), PdqQuality.Of(block)) { UndecidedBits = PdqBits.CountUndecided(coefficients) };
    }

    PdqDihedralResult HashDihedral(LumaInput input)
    {
        if (IsTooSmall(input))
        {
            return default;
        }

        Span<float> blocks = stackalloc float[4 * PdqKernel.BlockLength];
        var upright = blocks[..PdqKernel.BlockLength];
        if (IsBlock(input))
        {
            _kernel.CopyLuma(input, upright);
            MirrorBlock(blocks);
        }
        else if (input.IsStepped)
        {
            // Mirrored, a picture shows other pixels to the step.
            for (var i = 0; i < 4; i++)
            {
                _kernel.Downsample(
                    input.Mirrored(columns: (i & 1) != 0, rows: (i & 2) != 0), blocks.Slice(i * PdqKernel.BlockLength, PdqKernel.BlockLength));
            }
        }
        else
        {
            DownsampleMirrored(input, blocks);
        }

        Span<float> coefficients = stackalloc float[CoefficientCount];
        Span<Hash256> hashes = stackalloc Hash256[4];
        for (var i = hashes.Length - 1; i >= 0; i--)
        {
            hashes[i] = PdqBits.Of(Transform(blocks.Slice(i * PdqKernel.BlockLength, PdqKernel.BlockLength), coefficients));
        }

        // The picture as it is came last.
        return new PdqDihedralResult(PdqBits.Dihedral(hashes[0], hashes[1], hashes[2], hashes[3]), PdqQuality.Of(upright))
        {
            UndecidedBits = PdqBits.CountUndecided(coefficients),
        };
    }

    PdqDihedralResult DeriveDihedral(LumaInput input)
    {
        if (IsTooSmall(input))
        {
            return default;
        }

        Span<float> block = stackalloc float[PdqKernel.BlockLength];
        Downsample(input, block);
        var coefficients = Transform(block, stackalloc float[CoefficientCount]);
        return new PdqDihedralResult(PdqBits.Dihedral(coefficients), PdqQuality.Of(block)) { UndecidedBits = PdqBits.CountUndecided(coefficients) };
    }

    void Downsample(LumaInput input, Span<float> block)
    {
        if (!input.IsAveraged)
        {
            _kernel.Downsample(input, block);
            return;
        }

        var plane = ArrayPool<float>.Shared.Rent(AveragedLength);
        _kernel.Downsample(Average(input, plane), block);
        ArrayPool<float>.Shared.Return(plane);
    }

    /// <summary>The block of the picture, and of its mirror images: four, in the order of <see cref="PdqKernel.DownsampleMirrored"/>.</summary>
    void DownsampleMirrored(LumaInput input, Span<float> blocks)
    {
        if (!input.IsAveraged)
        {
            _kernel.DownsampleMirrored(input, blocks);
            return;
        }

        var upright = ArrayPool<float>.Shared.Rent(AveragedLength);
        var mirrored = ArrayPool<float>.Shared.Rent(AveragedLength);
        _kernel.Downsample(Average(input, upright), blocks[..PdqKernel.BlockLength]);
        for (var i = 1; i < 4; i++)
        {
            AreaAxis.Mirror(upright, mirrored, columns: (i & 1) != 0, rows: (i & 2) != 0);
            _kernel.Downsample(Averaged(mirrored), blocks.Slice(i * PdqKernel.BlockLength, PdqKernel.BlockLength));
        }

        ArrayPool<float>.Shared.Return(mirrored);
        ArrayPool<float>.Shared.Return(upright);
    }

    LumaInput Average(LumaInput input, float[] plane)
    {
        _kernel.Average(input, plane);
        return Averaged(plane);
    }

    static LumaInput Averaged(float[] plane) => new(new LumaPlane(plane, AreaAxis.PartCount, AreaAxis.PartCount), HashProfile.Pdq1);

    Span<float> Transform(ReadOnlySpan<float> block, Span<float> coefficients)
    {
        _kernel.Transform(block, coefficients);
        return coefficients;
    }

    /// <summary>The three mirror images of the first block, in the order of <see cref="PdqKernel.DownsampleMirrored"/>.</summary>
    static void MirrorBlock(Span<float> blocks)
    {
        const int Side = BoxAxis.SampleCount;
        for (var i = 0; i < PdqKernel.BlockLength; i++)
        {
            var (row, column) = (i / Side, i % Side);
            blocks[PdqKernel.BlockLength + i] = blocks[(row * Side) + (Side - 1 - column)];
            blocks[(2 * PdqKernel.BlockLength) + i] = blocks[((Side - 1 - row) * Side) + column];
            blocks[(3 * PdqKernel.BlockLength) + i] = blocks[PdqKernel.BlockLength - 1 - i];
        }
    }

    /// <summary>PDQ takes a picture that has the reduced size already as it is.</summary>
    static bool IsBlock(LumaInput input) =>
        input.Width == BoxAxis.SampleCount && input.Height == BoxAxis.SampleCount && !input.IsAveraged;

    static bool IsTooSmall(LumaInput input) => input.Width < SmallestSide || input.Height < SmallestSide;
}
