using HashMatch.Catalog.Internals;
using HashMatch.Triage.FollowUps;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Triage;

/// <summary>Takes in what was done with reports, for good: it goes into the log of decisions.</summary>
/// <remarks>
/// It is the one writer while it is open, like a <see cref="CatalogWriter"/>. What <see cref="Commit"/> has returned from
/// is on the disk; what came after is not there at all. The same follow-up once more changes nothing. Not thread-safe.
/// After a <see cref="CatalogException"/> nothing can be taken in any more; after a <see cref="FeedbackException"/> the next can.
/// </remarks>
public sealed class FollowUpLog : IDisposable
{
    readonly string _path;
    readonly TimeProvider _clock;
    readonly WriterLock _lock;
    readonly SqliteConnection _connection;
    readonly WriteBatch _batch;
    readonly DecisionLog _log;
    readonly ReportTable _reports;
    readonly Statement _insert;
    long _run;

    FollowUpLog(string path, TimeProvider clock)
    {
        _path = path;
        _clock = clock;
        _lock = new WriterLock(path);
        try
        {
            _connection = CatalogDatabase.OpenToWrite(path);
            _batch = new WriteBatch(path, _connection);
            var catalog = CatalogRow.Find(_connection, path) ?? throw new CatalogException($"the catalogue '{path}' is empty: no report was taken in yet.");
            _log = new DecisionLog(_connection, catalog.Id, clock);
            _reports = new ReportTable(_connection);
            _insert = new Statement(_connection, "INSERT INTO follow_up (decision, report) VALUES ($0, $1)");
        }
        catch
        {
            _connection?.Dispose();
            _lock.Dispose();
            throw;
        }
    }

    /// <summary>Opens a catalogue to take in follow-ups.</summary>
    /// <param name="path">The file, which must be there.</param>
    /// <param name="clock">Says when something was told.</param>
    /// <exception cref="CatalogException">It is missing, is being written by another process, is damaged or of a newer version.</exception>
    public static FollowUpLog Open(string path, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(clock);
        return CatalogException.Attempt(path, () => File.Exists(path) ? new FollowUpLog(CatalogFiles.Resolve(path), clock)
            : throw new CatalogException($"there is no catalogue '{path}'."));
    }

    /// <summary>Takes in a follow-up. One that names no system goes to the report of that id, if there is only one.</summary>
    /// <param name="followUp">What was done.</param>
    /// <exception cref="FeedbackException">
    /// It names no report, or several, does not say who and why, or is none that <see cref="FollowUpReader"/> takes; nothing was written.
    /// </exception>
    /// <exception cref="CatalogException">It could not be noted; all that was committed is kept.</exception>
    public LoggedFollowUp Submit(FollowUp followUp)
    {
        ArgumentNullException.ThrowIfNull(followUp);
        if (string.IsNullOrWhiteSpace(followUp.Reviewer) || string.IsNullOrWhiteSpace(followUp.Note))
        {
            throw new FeedbackException("it must say who did it ('reviewer') and why ('note').");
        }

        // The log keeps it for good: what could not be read again would spoil the catalogue.
        if (FollowUpReader.Parse(FollowUpWriter.ToUtf8Bytes(followUp)) is { IsAccepted: false } refused)
        {
            throw new FeedbackException(Refusal.Of(refused.Problems));
        }

        var report = CatalogException.Attempt(_path, () => Find(followUp));
        var text = ReportText.Of(followUp with { Source = report.Source });
        var told = CatalogException.Attempt(_path, () => new FollowUpReading(_connection).Of(report.Number));
        return told.Find(earlier => ReportText.Of(earlier.FollowUp) == text) ?? _batch.Add(() =>
        {
            if (_run == 0)
            {
                _run = RunTable.BeginFeedback(_connection, _clock.GetUtcNow());
            }

            var number = _log.Append(_run, ReportPlace.Of(report.Id, report.Source), text);
            _insert.Run(number, report.Number);
            return new LoggedFollowUp(number, _log.LastAt, followUp with { Source = report.Source }) { IsNew = true };
        });
    }

    /// <summary>Brings all that was taken in to the disk.</summary>
    /// <exception cref="CatalogException">It could not be written: what was taken in since the last commit is not there.</exception>
    public void Commit()
    {
        if (_batch.Pending > 0)
        {
            _batch.Add(() => RunTable.Finish(_connection, _run, _clock.GetUtcNow()));
        }

        _batch.Commit();
    }

    /// <summary>Closes the catalogue. What was not committed is left out.</summary>
    public void Dispose()
    {
        _reports.Dispose();
        _insert.Dispose();
        _log.Dispose();
        _connection.Dispose();
        _lock.Dispose();
    }

    ReportRow Find(FollowUp followUp)
    {
        if (_reports.Find(ReportPlace.Of(followUp.Report, followUp.Source)) is { } exact)
        {
            return exact;
        }

        IReadOnlyList<ReportRow> named = followUp.Source is null ? _reports.Named(followUp.Report) : [];
        return named.Count switch
        {
            1 => named[0],
            0 => throw new FeedbackException("it names no report of the catalogue."),
            _ => throw new FeedbackException("reports of several systems have that id: say which by 'source'."),
        };
    }
}
