namespace HashMatch.Hashers;

/// <summary>PDQ: 256 bits from the 16x16 low frequencies of a 64x64 luma picture.</summary>
/// <remarks>Thread-safe: one instance serves all threads; working memory is pooled.</remarks>
public sealed class PdqHasher
{
    /// <summary>A hasher of the given profile; <see cref="HashProfile.Pdq1"/> unless told otherwise.</summary>
    public PdqHasher(HashProfile? profile = null) => Profile = profile ?? HashProfile.Pdq1;

    /// <summary>The recipe every hash of this instance is made by.</summary>
    public HashProfile Profile { get; }

    /// <summary>The hash of a picture.</summary>
    public PdqResult Hash(PixelView pixels) => throw new NotSupportedException();

    /// <summary>The hash of a picture given as luma.</summary>
    public PdqResult Hash(LumaPlane luma) => throw new NotSupportedException();

    /// <summary>The eight dihedral hashes of a picture, from one DCT.</summary>
    public PdqDihedralResult HashDihedral(PixelView pixels) => throw new NotSupportedException();

    /// <summary>The eight dihedral hashes of a picture given as luma, from one DCT.</summary>
    public PdqDihedralResult HashDihedral(LumaPlane luma) => throw new NotSupportedException();
}
