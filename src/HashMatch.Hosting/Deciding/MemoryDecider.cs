using HashMatch.Hashes;
using HashMatch.Hosting.Telemetry;
using HashMatch.Matching;

namespace HashMatch.Hosting.Deciding;

/// <summary>Decides against the lists and what came before; nothing outlasts it.</summary>
sealed class MemoryDecider : Decider
{
    /// <summary>The decision on what could not be read.</summary>
    static readonly Decision s_failed = new() { Verdict = Verdict.Failed };

    readonly Lock _gate = new();
    readonly Deduplicator _deduplicator;
    readonly ServiceMetrics _metrics;
    bool _isDisposed;

    internal MemoryDecider(IEnumerable<KnownList> lists, MatchOptions bounds, ServiceMetrics metrics)
    {
        _deduplicator = new Deduplicator(lists, bounds);
        _metrics = metrics;
        DigestKinds = [.. _deduplicator.DigestKinds.Append(DigestKind.XxHash128).Distinct()];
    }

    internal override IReadOnlyList<DigestKind> DigestKinds { get; }

    // An item that was decided is remembered, so it must be handed out: none is decided ahead.
    internal override int BestTogether => 1;

    internal override Decision Decide(in HashedSubmission item)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(MatchService));
        if (item.Picture.Forms is not { } forms)
        {
            return s_failed;
        }

        Sighting sighting = new(item.Submission.Id, forms, item.Picture.ByteLength ?? 0, item.Picture.Digests) { Regions = item.Picture.Regions };
        lock (_gate)
        {
            using var timing = _metrics.TimeDeciding();
            return _deduplicator.Submit(sighting);
        }
    }

    internal override ValueTask<IReadOnlyList<Decision>> DecideAsync(IReadOnlyList<HashedSubmission> items)
    {
        var decisions = new Decision[items.Count];
        for (var i = 0; i < decisions.Length; i++)
        {
            decisions[i] = Decide(items[i]);
        }

        return new(decisions);
    }

    public override void Dispose() => _isDisposed = true;
}
