using HashMatch.Hashers;
using HashMatch.Hashes;

namespace HashMatch.Matching;

/// <summary>One hashed item, to be decided.</summary>
/// <param name="Path">The name it is known by in verdicts: a path, a key.</param>
/// <param name="Pdq">Its hash and quality.</param>
/// <param name="ByteLength">The length of its file.</param>
/// <param name="Digests">
/// Digests of its bytes. <see cref="DigestKind.XxHash128"/> recognises exact repeats; the others exact matches with
/// lists that carry them.
/// </param>
public sealed record Sighting(string Path, PdqResult Pdq, long ByteLength, IReadOnlyList<ContentDigest> Digests)
{
    readonly HashForms? _forms;

    /// <summary>An item looked for by several forms.</summary>
    /// <param name="path">The name it is known by in verdicts.</param>
    /// <param name="forms">Its hash and those of its altered copies.</param>
    /// <param name="byteLength">The length of its file.</param>
    /// <param name="digests">Digests of its bytes.</param>
    public Sighting(string path, HashForms forms, long byteLength, IReadOnlyList<ContentDigest> digests)
        : this(path, (forms ?? throw new ArgumentNullException(nameof(forms))).Pdq, byteLength, digests) => _forms = forms;

    /// <summary>What it is looked for by: by <see cref="Pdq"/> alone unless more was given.</summary>
    public HashForms Forms => _forms is { } forms && forms.Pdq == Pdq ? forms : new HashForms(Pdq);
}
