namespace HashMatch.Hashers;

/// <summary>Where a border lies that was cut off a picture.</summary>
public enum BorderKind
{
    /// <summary>Nothing was cut off.</summary>
    None,

    /// <summary>Above, below, or both.</summary>
    Letterbox,

    /// <summary>Left, right, or both.</summary>
    Pillarbox,

    /// <summary>Above or below, and left or right.</summary>
    Border,

    /// <summary>Every plain margin, down to the content, whether it ends at a step or not.</summary>
    Content,
}
