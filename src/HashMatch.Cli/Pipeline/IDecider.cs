using HashMatch.Cli.Files;
using HashMatch.Hashes;
using HashMatch.Matching;

namespace HashMatch.Cli.Pipeline;

/// <summary>Decides the inputs of a run, one after the other, and keeps the decisions as long as it does.</summary>
interface IDecider
{
    /// <summary>The digests an input needs.</summary>
    IReadOnlyList<DigestKind> DigestKinds { get; }

    Decision Decide(HashedFile file);

    /// <summary>Whether decisions have waited long enough to be kept.</summary>
    bool IsSettlingDue { get; }

    /// <summary>Keeps all decisions so far, so that their records may be printed.</summary>
    void Settle();

    /// <summary>The run came to its end.</summary>
    void Complete();
}
