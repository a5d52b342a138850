using HashMatch.Catalog;
using HashMatch.Hashes;
using HashMatch.Matching;

namespace HashMatch.Hosting.Deciding;

/// <summary>Decides what was hashed, in one order for all threads, and keeps what was decided as long as it does.</summary>
/// <remarks>Thread-safe. When a decision is handed out, it is kept.</remarks>
abstract class Decider : IDisposable
{
    /// <summary>The digests an item needs.</summary>
    internal abstract IReadOnlyList<DigestKind> DigestKinds { get; }

    /// <summary>What is known of contents that need not be read again, if anything is.</summary>
    internal virtual CatalogCache? Cache => null;

    /// <summary>How many items are best decided together, at least 1; more than 1 only where deciding an item again decides the same.</summary>
    internal abstract int BestTogether { get; }

    /// <summary>Decides one item.</summary>
    /// <exception cref="ObjectDisposedException">The service was disposed.</exception>
    internal abstract Decision Decide(in HashedSubmission item);

    /// <summary>Decides items, one after the other, without holding a thread while others are decided.</summary>
    internal abstract ValueTask<IReadOnlyList<Decision>> DecideAsync(IReadOnlyList<HashedSubmission> items);

    public abstract void Dispose();
}
