namespace HashMatch.Matching.Review;

/// <summary>One of the two contents a veto keeps apart, by the prints of its hashes and digests.</summary>
/// <remarks>Immutable; safe from any thread.</remarks>
public sealed class VetoSide
{
    readonly HashSet<ContentPrint> _own;
    readonly HashSet<ContentPrint> _all;

    /// <summary>A side whose prints were kept somewhere.</summary>
    /// <param name="own">Those of its digests, of its hash, and of its hashes without border or margins.</param>
    /// <param name="turned">Those of its turned and mirrored forms.</param>
    public VetoSide(IEnumerable<ContentPrint> own, IEnumerable<ContentPrint> turned)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(turned);
        _own = [.. own];
        _all = [.. _own, .. turned];
    }

    /// <summary>Whether it is an entry of a list, which is compared with items alone.</summary>
    public bool IsEntry { get; init; }

    /// <summary>The prints of its digests, of its hash, and of its hashes without border or margins.</summary>
    public IReadOnlyCollection<ContentPrint> Own => _own;

    /// <summary>These, and those of its turned forms.</summary>
    internal IReadOnlyCollection<ContentPrint> All => _all;

    /// <summary>Whether both have equal bytes, by a digest they share.</summary>
    public bool HasBytesOf(VetoSide other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return _own.Any(print => print.OfBytes && other._own.Contains(print));
    }

    /// <summary>The prints that tell it from the other side: a hash that both have, in any form, is no one's.</summary>
    internal IEnumerable<ContentPrint> Against(VetoSide other) => _own.Where(print => !other._all.Contains(print));
}
