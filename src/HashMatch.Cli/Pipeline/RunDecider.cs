using HashMatch.Cli.Files;
using HashMatch.Hashes;
using HashMatch.Matching;

namespace HashMatch.Cli.Pipeline;

/// <summary>Decides against the lists and what came before in this run; nothing outlasts it.</summary>
sealed class RunDecider(IEnumerable<KnownList> lists, MatchOptions options) : IDecider
{
    readonly Deduplicator _deduplicator = new(lists, options);

    public IReadOnlyList<DigestKind> DigestKinds => [.. _deduplicator.DigestKinds.Append(DigestKind.XxHash128).Distinct()];

    public Decision Decide(HashedFile file) => file is { Forms: { } forms, Picture: var picture }
        ? _deduplicator.Submit(new Sighting(file.Path, forms, picture.ByteLength ?? 0, picture.Digests) { Regions = picture.Regions })
        : new Decision { Verdict = Verdict.Failed };

    public bool IsSettlingDue => true;

    public void Settle()
    {
    }

    public void Complete()
    {
    }
}
