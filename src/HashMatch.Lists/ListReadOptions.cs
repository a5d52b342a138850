using HashMatch.Matching;

namespace HashMatch.Lists;

/// <summary>How a list file is read. Immutable; change it with <c>with</c>.</summary>
public sealed record ListReadOptions
{
    /// <summary>The list's name when the file brings none.</summary>
    public required string Name { get; init; }

    /// <summary>What the list is used for; a file that names another role is refused by <see cref="KnownListReader"/>.</summary>
    public ListRole Role { get; init; } = ListRole.Known;

    /// <summary>What the hexadecimal column of a text list holds.</summary>
    public ListHashType HashType { get; init; }

    /// <summary>The file's format.</summary>
    public ListFormat Format { get; init; }
}
