using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>A catalogue opened for what people decide: it must be there, and what they say goes into its log, in a run of their own.</summary>
sealed class ReviewSession : IDisposable
{
    readonly TimeProvider _clock;
    readonly WriterSession _session;
    readonly DecisionLog _log;
    long _run;

    ReviewSession(string path, TimeProvider clock)
    {
        _clock = clock;
        _session = new WriterSession(path);
        try
        {
            Catalog = CatalogRow.Require(_session.Connection, path);
            _log = new DecisionLog(_session.Connection, Catalog.Id, clock);
        }
        catch
        {
            _session.Dispose();
            throw;
        }
    }

    /// <summary>What the catalogue says of itself.</summary>
    internal CatalogRow Catalog { get; }

    internal SqliteConnection Connection => _session.Connection;

    /// <summary>Opens a catalogue, and makes of it what writes into it; if that fails, the catalogue is closed again.</summary>
    internal static T Open<T>(string path, TimeProvider clock, Func<ReviewSession, T> make) => CatalogException.Attempt(path, () =>
    {
        if (!File.Exists(path))
        {
            throw new CatalogException($"there is no catalogue '{path}'.");
        }

        ReviewSession session = new(CatalogFiles.Resolve(path), clock);
        try
        {
            return make(session);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    });

    public void Dispose()
    {
        _log.Dispose();
        _session.Dispose();
    }

    internal T Read<T>(Func<T> read) => CatalogException.Attempt(_session.Path, read);

    /// <summary>Writes in the batch under way; begins the run with the first.</summary>
    internal T Write<T>(Func<T> write) => _session.Batch.Add(() =>
    {
        if (_run == 0)
        {
            _run = RunTable.BeginFeedback(Connection, _clock.GetUtcNow());
        }

        return write();
    });

    /// <summary>Adds to the log, within <see cref="Write"/>; gives the number, and when.</summary>
    internal (long Number, DateTimeOffset At) Append(string place, string evidence) => (_log.Append(_run, place, evidence), _log.LastAt);

    /// <summary>Returns when all is on the disk, the run with it.</summary>
    internal void Commit()
    {
        if (_session.Batch.Pending > 0)
        {
            Write(() => RunTable.Finish(Connection, _run, _clock.GetUtcNow()));
        }

        _session.Batch.Commit();
    }
}
