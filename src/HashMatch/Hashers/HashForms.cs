using HashMatch.Hashes;

namespace HashMatch.Hashers;

/// <summary>
/// The hashes a picture is looked for by: its own, those of its turned and mirrored forms, and the same without its border and
/// without any plain margin.
/// </summary>
/// <remarks>Immutable; safe from any thread.</remarks>
public sealed class HashForms
{
    readonly HashForm[] _all;

    /// <summary>The forms that were hashed.</summary>
    /// <param name="pdq">The hash of the picture as it is, and its quality.</param>
    /// <param name="dihedral">Its turned and mirrored forms, if they are known.</param>
    /// <param name="trimmed">The picture without its border, if it has one.</param>
    /// <param name="content">The picture without any plain margin, if that is yet another.</param>
    /// <exception cref="ArgumentException">One of them has the kind of the other, or is none that a hasher makes.</exception>
    public HashForms(PdqResult pdq, DihedralHashes? dihedral = null, TrimmedHash? trimmed = null, TrimmedHash? content = null)
    {
        if (trimmed is { Border: < BorderKind.Letterbox or > BorderKind.Border } || content is { Border: not BorderKind.Content })
        {
            throw new ArgumentException("A picture without its border and one trimmed to its content are told apart by their kind.");
        }

        if (!IsPossible(pdq) || (trimmed is not null && !IsPossible(trimmed.Pdq)) || (content is not null && !IsPossible(content.Pdq)))
        {
            throw new ArgumentException("No hasher gives such a quality or so many undecided bits.");
        }

        Pdq = pdq;
        Dihedral = dihedral;
        Trimmed = trimmed;
        Content = content;
        List<HashForm> all = [];
        Add(all, pdq, dihedral, BorderKind.None);
        foreach (var rest in (ReadOnlySpan<TrimmedHash?>)[trimmed, content])
        {
            if (rest is not null)
            {
                Add(all, rest.Pdq, rest.Dihedral, rest.Border);
            }
        }

        _all = [.. all];
    }

    /// <summary>The picture as it is.</summary>
    public PdqResult Pdq { get; }

    /// <summary>Its turned and mirrored forms, or null if they are not known.</summary>
    public DihedralHashes? Dihedral { get; }

    /// <summary>The picture without its border; null if it has none or none was looked for.</summary>
    public TrimmedHash? Trimmed { get; }

    /// <summary>The picture without any plain margin; null if that is one of the others, or was not looked for.</summary>
    public TrimmedHash? Content { get; }

    /// <summary>Every form, in the order of their transforms: 1 to 24, the picture as it is first.</summary>
    public ReadOnlySpan<HashForm> All => _all;

    static bool IsPossible(PdqResult pdq) => pdq is { Quality: >= 0 and <= 100, UndecidedBits: >= 0 } && pdq.UndecidedBits <= Hash256.BitCount;

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
