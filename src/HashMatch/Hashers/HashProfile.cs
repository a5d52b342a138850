namespace HashMatch.Hashers;

/// <summary>
/// The recipe a hash was made by: algorithm and every step before it that moves bits. Hashes of different profiles are
/// never compared silently.
/// </summary>
/// <remarks>Immutable, one instance a profile. Thread-safe.</remarks>
public sealed class HashProfile
{
    /// <summary>Full decode, full-resolution PDQ: equal to what exchanges store. The default.</summary>
    public static HashProfile Pdq1 { get; } = new("pdq-1", HashKind.Pdq);

    /// <summary>
    /// Full decode, then, when a side exceeds 512, the nearest-neighbour step of PDQ's C++ tool to exactly 512x512
    /// (aspect lost, a shorter side may grow), then PDQ: equal to that tool.
    /// </summary>
    public static HashProfile Pdq512 { get; } = new("pdq-512", HashKind.Pdq);

    /// <summary>Full decode, then <see cref="DctHasher"/>.</summary>
    public static HashProfile Phash1 { get; } = new("phash-1", HashKind.Dct);

    /// <summary>Full decode, then <see cref="DifferenceHasher"/>.</summary>
    public static HashProfile Dhash1 { get; } = new("dhash-1", HashKind.Difference);

    /// <summary>Full decode, then <see cref="AverageHasher"/>.</summary>
    public static HashProfile Ahash1 { get; } = new("ahash-1", HashKind.Average);

    /// <summary>Full decode, then <see cref="BlockHasher"/>.</summary>
    public static HashProfile Blockhash1 { get; } = new("blockhash-1", HashKind.Block);

    HashProfile(string name, HashKind kind) => (Name, Kind) = (name, kind);

    /// <summary>The id stored beside every hash, such as <c>pdq-1</c>.</summary>
    public string Name { get; }

    /// <summary>The algorithm.</summary>
    public HashKind Kind { get; }

    /// <summary>Every profile there is.</summary>
    public static IReadOnlyList<HashProfile> All { get; } = [Pdq1, Pdq512, Phash1, Dhash1, Ahash1, Blockhash1];

    /// <summary>The profiles of one algorithm, the usual one first.</summary>
    public static IReadOnlyList<HashProfile> OfKind(HashKind kind) => [.. All.Where(profile => profile.Kind == kind)];

    /// <summary>The profile of that name (ordinal), or null.</summary>
    public static HashProfile? Find(string name) => All.FirstOrDefault(profile => profile.Name == name);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
