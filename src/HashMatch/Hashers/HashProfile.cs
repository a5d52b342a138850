using HashMatch.Hashers.Transforms;

namespace HashMatch.Hashers;

/// <summary>
/// The recipe a hash was made by: algorithm and every step before it that moves bits. Hashes of different profiles are
/// never compared silently.
/// </summary>
/// <remarks>Immutable, one instance a profile. Thread-safe.</remarks>
public sealed class HashProfile
{
    /// <summary>Full decode, full-resolution PDQ: equal to what exchanges store. The default.</summary>
    public static HashProfile Pdq1 { get; } = new("pdq-1", HashKind.Pdq) { IsExchanged = true };

    /// <summary>
    /// Full decode, then, when a side exceeds 512, the nearest-neighbour step of PDQ's C++ tool to exactly 512x512
    /// (aspect lost, a shorter side may grow), then PDQ: equal to that tool.
    /// </summary>
    public static HashProfile Pdq512 { get; } = new("pdq-512", HashKind.Pdq) { IsExchanged = true };

    /// <summary>
    /// Averaged to exactly 512x512 over equal areas (aspect lost, a shorter side grows), then PDQ: for speed, since a decoder may
    /// shrink the picture while it decodes, as long as the short side stays at least <see cref="SufficientSide"/>. Whether it
    /// did so changes 2 bits at most; from <see cref="Pdq1"/> the hash lies some bits away, so the two are not compared.
    /// </summary>
    public static HashProfile PdqFast { get; } = new("pdq-fast", HashKind.Pdq) { SufficientSide = AreaAxis.PartCount };

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

    /// <summary>Whether exchanges and others' tools make hashes by this recipe: a list that names no profile may hold them.</summary>
    public bool IsExchanged { get; private init; }

    /// <summary>
    /// The short side, in pixels, that is enough of a picture: a decoder may shrink larger ones on loading, but not below
    /// it. 0 where every pixel counts.
    /// </summary>
    public int SufficientSide { get; private init; }

    /// <summary>Every profile there is.</summary>
    public static IReadOnlyList<HashProfile> All { get; } = [Pdq1, Pdq512, PdqFast, Phash1, Dhash1, Ahash1, Blockhash1];

    /// <summary>The profiles of one algorithm, the usual one first.</summary>
    public static IReadOnlyList<HashProfile> OfKind(HashKind kind) => [.. All.Where(profile => profile.Kind == kind)];

    /// <summary>The profile of that name (ordinal), or null.</summary>
    public static HashProfile? Find(string name) => All.FirstOrDefault(profile => profile.Name == name);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
