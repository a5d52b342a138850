namespace HashMatch.Hashers;

/// <summary>The hash of a picture without its border or its margins.</summary>
/// <param name="Border">What was cut off; not <see cref="BorderKind.None"/>.</param>
/// <param name="Pdq">The hash of what is left, and its quality.</param>
/// <param name="Dihedral">The hashes of what is left turned and mirrored, if they were asked for.</param>
public sealed record TrimmedHash(BorderKind Border, PdqResult Pdq, DihedralHashes? Dihedral);
