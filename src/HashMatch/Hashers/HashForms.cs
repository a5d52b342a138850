namespace HashMatch.Hashers;

/// <summary>
/// The hashes a picture is looked for by: its own, those of its turned and mirrored forms, and the same without its border.
/// </summary>
/// <remarks>Immutable; safe from any thread.</remarks>
public sealed class HashForms
{
    readonly HashForm[] _all;

    /// <summary>The forms that were hashed.</summary>
    /// <param name="pdq">The hash of the picture as it is, and its quality.</param>
    /// <param name="dihedral">Its turned and mirrored forms, if they are known.</param>
    /// <param name="trimmed">The picture without its border, if it has one.</param>
    public HashForms(PdqResult pdq, DihedralHashes? dihedral = null, TrimmedHash? trimmed = null)
    {
        Pdq = pdq;
        Dihedral = dihedral;
        Trimmed = trimmed;
        List<HashForm> all = [];
        Add(all, pdq, dihedral, BorderKind.None);
        if (trimmed is not null)
        {
            Add(all, trimmed.Pdq, trimmed.Dihedral, trimmed.Border);
        }

        _all = [.. all];
    }

    /// <summary>The picture as it is.</summary>
    public PdqResult Pdq { get; }

    /// <summary>Its turned and mirrored forms, or null if they are not known.</summary>
    public DihedralHashes? Dihedral { get; }

    /// <summary>The picture without its border; null if it has none or none was looked for.</summary>
    public TrimmedHash? Trimmed { get; }

    /// <summary>Every form, in the order of their transforms: 1 to 16, the picture as it is first.</summary>
    public ReadOnlySpan<HashForm> All => _all;

    static void Add(List<HashForm> all, PdqResult pdq, DihedralHashes? dihedral, BorderKind border)
    {
        all.Add(new HashForm(pdq.Hash, pdq.Quality, new PictureTransform(border, DihedralTransform.Identity)) { UndecidedBits = pdq.UndecidedBits });
        if (dihedral is { } hashes)
        {
            for (var turned = DihedralTransform.Rot90; turned <= DihedralTransform.Transverse; turned++)
            {
                all.Add(new HashForm(hashes[turned], pdq.Quality, new PictureTransform(border, turned)) { UndecidedBits = pdq.UndecidedBits });
            }
        }
    }
}
