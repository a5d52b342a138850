namespace HashMatch.Hashers;

/// <summary>What was done to a picture's pixels before they were hashed: first its border was cut off, then it was turned.</summary>
/// <param name="Trimmed">The border that was cut off; <see cref="BorderKind.None"/> if none was.</param>
/// <param name="Turned">How the rest was turned or mirrored.</param>
/// <remarks>The default is the picture as it is. Ordered: less done to it comes first.</remarks>
public readonly record struct PictureTransform(BorderKind Trimmed, DihedralTransform Turned) : IComparable<PictureTransform>
{
    /// <summary>The picture as it is.</summary>
    public static PictureTransform Identity => default;

    /// <summary>Whether nothing was done.</summary>
    public bool IsIdentity => this == default;

    /// <summary>
    /// The name in records: that of the border (<c>letterbox</c>, <c>pillarbox</c>, <c>border</c>, <c>content</c>), that of the turn
    /// (<c>rot90</c>, <c>flip-horizontal</c>, …), both as <c>letterbox+rot90</c>, or <c>identity</c>.
    /// </summary>
    public string Name => Trimmed == BorderKind.None ? NameOf(Turned)
        : Turned == DihedralTransform.Identity ? NameOf(Trimmed)
        : $"{NameOf(Trimmed)}+{NameOf(Turned)}";

    /// <summary>The name of a turn in records.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the eight.</exception>
    public static string NameOf(DihedralTransform turned) => turned switch
    {
        DihedralTransform.Identity => "identity",
        DihedralTransform.Rot90 => "rot90",
        DihedralTransform.Rot180 => "rot180",
        DihedralTransform.Rot270 => "rot270",
        DihedralTransform.FlipHorizontal => "flip-horizontal",
        DihedralTransform.FlipVertical => "flip-vertical",
        DihedralTransform.Transpose => "transpose",
        DihedralTransform.Transverse => "transverse",
        _ => throw new ArgumentOutOfRangeException(nameof(turned), turned, null),
    };

    /// <summary>The name of a border in records.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the kinds.</exception>
    public static string NameOf(BorderKind trimmed) => trimmed switch
    {
        BorderKind.None => "none",
        BorderKind.Letterbox => "letterbox",
        BorderKind.Pillarbox => "pillarbox",
        BorderKind.Border => "border",
        BorderKind.Content => "content",
        _ => throw new ArgumentOutOfRangeException(nameof(trimmed), trimmed, null),
    };

    /// <summary>The canonical order: untrimmed before trimmed, then in the order of <see cref="DihedralTransform"/>.</summary>
    public int CompareTo(PictureTransform other) => (Trimmed, Turned).CompareTo((other.Trimmed, other.Turned));

    /// <summary>Whether <paramref name="left"/> comes before <paramref name="right"/>.</summary>
    public static bool operator <(PictureTransform left, PictureTransform right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> comes after <paramref name="right"/>.</summary>
    public static bool operator >(PictureTransform left, PictureTransform right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> comes before <paramref name="right"/> or equals it.</summary>
    public static bool operator <=(PictureTransform left, PictureTransform right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> comes after <paramref name="right"/> or equals it.</summary>
    public static bool operator >=(PictureTransform left, PictureTransform right) => left.CompareTo(right) >= 0;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
