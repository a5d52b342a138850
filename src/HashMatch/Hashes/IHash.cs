namespace HashMatch.Hashes;

/// <summary>A perceptual hash of a fixed number of bits, compared by Hamming distance.</summary>
/// <typeparam name="TSelf">The hash type itself; generic code is then compiled for each width without boxing.</typeparam>
/// <remarks>
/// Implementations are plain values without references: <c>default</c> is the all-zero hash, copies share nothing and
/// every member is safe from any thread.
/// </remarks>
public interface IHash<TSelf> : IEquatable<TSelf>, IComparable<TSelf>, ISpanFormattable, IUtf8SpanFormattable,
    ISpanParsable<TSelf>, IUtf8SpanParsable<TSelf>
    where TSelf : struct, IHash<TSelf>
{
    /// <summary>The width in bits; distances lie in 0..<see cref="BitCount"/>.</summary>
    static abstract int BitCount { get; }

    /// <summary>The number of differing bits, 0..<see cref="BitCount"/>.</summary>
    int DistanceTo(TSelf other);
}
