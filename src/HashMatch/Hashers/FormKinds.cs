namespace HashMatch.Hashers;

/// <summary>Which altered copies of a picture are hashed beside it. Combine them: all together are twenty-four hashes at most.</summary>
[Flags]
public enum FormKinds
{
    /// <summary>The picture as it is, alone.</summary>
    None = 0,

    /// <summary>Turned and mirrored in the eight ways of <see cref="DihedralTransform"/>.</summary>
    Dihedral = 1,

    /// <summary>Without its border, and without any plain margin, where it has them; see <see cref="BorderKind"/>.</summary>
    Trimmed = 2,

    /// <summary>All there are.</summary>
    All = Dihedral | Trimmed,
}
