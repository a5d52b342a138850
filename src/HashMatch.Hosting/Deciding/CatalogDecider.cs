using HashMatch.Catalog;
using HashMatch.Hashes;
using HashMatch.Hosting.Names;
using HashMatch.Hosting.Telemetry;
using HashMatch.Matching;
using Microsoft.Extensions.Logging;

namespace HashMatch.Hosting.Deciding;

/// <summary>Decides against the lists and all a catalogue has seen, and keeps there what is decided.</summary>
/// <remarks>
/// A commit waits for the disk, and everything that came meanwhile shares the next one: alone an item is kept at once, and
/// under load many are kept together.
/// </remarks>
sealed class CatalogDecider(CatalogWriter catalog, ServiceMetrics metrics, ILogger logger) : Decider
{
    /// <summary>Items in one commit: bounds how long the first of them waits.</summary>
    const int MostTogether = 1024;

    // The first guards what waits, the second the catalogue.
    readonly Lock _gate = new();
    readonly Lock _writing = new();
    readonly Queue<DecisionBatch> _waiting = [];
    bool _isBusy;
    int _told;
    Exception? _failure;

    internal override IReadOnlyList<DigestKind> DigestKinds => catalog.DigestKinds;

    internal override CatalogCache? Cache => catalog.Cache;

    internal override int BestTogether => MostTogether;

    internal override Decision Decide(in HashedSubmission item)
    {
        DecisionBatch batch = new([item]);
        if (Enter(batch))
        {
            // The caller waits anyway: this round is done here, and what came meanwhile elsewhere.
            if (DecideRound())
            {
                ContinueElsewhere();
            }
        }

        return batch.Decisions.GetAwaiter().GetResult()[0];
    }

    internal override async ValueTask<IReadOnlyList<Decision>> DecideAsync(IReadOnlyList<HashedSubmission> items)
    {
        DecisionBatch batch = new(items);
        if (Enter(batch))
        {
            ContinueElsewhere();
        }

        return await batch.Decisions.ConfigureAwait(false);
    }

    public override void Dispose()
    {
        lock (_writing)
        {
            using (catalog)
            {
                Complete();
            }
        }
    }

    void Complete()
    {
        if (_failure is not null)
        {
            return;
        }

        _failure = new ObjectDisposedException(nameof(MatchService));
        try
        {
            catalog.Complete();
        }
        catch (CatalogException exception)
        {
            // All that was acknowledged is committed; only the note that this was the end is missing.
            ServiceLog.CatalogFailed(logger, exception);
        }
    }

    /// <summary>Has a batch wait; true if nobody is at work, so that the caller must be.</summary>
    bool Enter(DecisionBatch batch)
    {
        lock (_gate)
        {
            _waiting.Enqueue(batch);
            return !_isBusy && (_isBusy = true);
        }
    }

    void ContinueElsewhere() => ThreadPool.UnsafeQueueUserWorkItem(static decider =>
    {
        while (decider.DecideRound())
        {
        }
    }, this, preferLocal: false);

    /// <summary>Decides and keeps what waits; false if nothing more does, and the next to come must see to it.</summary>
    bool DecideRound()
    {
        List<DecisionBatch> round = [];
        lock (_gate)
        {
            for (var count = 0; count < MostTogether && _waiting.TryDequeue(out var batch); count += batch.Count)
            {
                round.Add(batch);
            }
        }

        try
        {
            lock (_writing)
            {
                Keep(round);
            }

            round.ForEach(batch => batch.Complete());
        }
        catch (Exception exception)
        {
            round.ForEach(batch => batch.Fail(exception));
        }

        lock (_gate)
        {
            return _isBusy = _waiting.Count > 0;
        }
    }

    void Keep(List<DecisionBatch> round)
    {
        if (_failure is not null)
        {
            throw _failure;
        }

        try
        {
            round.ForEach(batch => batch.Decide(Note));
            using (metrics.TimeCommitting())
            {
                catalog.Commit();
            }
        }
        catch (Exception exception)
        {
            _failure = exception;
            ServiceLog.CatalogFailed(logger, exception);
            throw;
        }

        for (; _told < catalog.Quarantined.Count; _told++)
        {
            var entry = catalog.Quarantined[_told];
            ServiceLog.Quarantined(logger, entry.Name.List, entry.Matched, entry.Limit);
        }
    }

    Decision Note(HashedSubmission item)
    {
        using var timing = metrics.TimeDeciding();
        var (submission, picture) = item;
        return picture.Error is { } error
            ? catalog.Fail(submission.Id, RecordNames.Of(error.Code), error.Message)
            : catalog.Submit(new CatalogItem(submission.Id, submission.Id, picture.ToContent(submission.Content.MayLackForms)));
    }
}
