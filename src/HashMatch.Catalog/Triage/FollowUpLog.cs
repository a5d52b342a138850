using HashMatch.Catalog.Internals;
using HashMatch.Triage.FollowUps;

namespace HashMatch.Catalog.Triage;

/// <summary>Takes in what was done with reports, for good: it goes into the log of decisions.</summary>
/// <remarks>
/// It is the one writer while it is open, like a <see cref="CatalogWriter"/>. What <see cref="Commit"/> has returned from
/// is on the disk; what came after is not there at all. The same follow-up once more changes nothing. Not thread-safe.
/// After a <see cref="CatalogException"/> nothing can be taken in any more; after a <see cref="FeedbackException"/> the next can.
/// </remarks>
public sealed class FollowUpLog : IDisposable
{
    readonly ReviewSession _session;
    readonly ReportTable _reports;
    readonly Statement _insert;

    FollowUpLog(ReviewSession session)
    {
        _session = session;
        _reports = new ReportTable(session.Connection);
        _insert = new Statement(session.Connection, "INSERT INTO follow_up (decision, report) VALUES ($0, $1)");
    }

    /// <summary>Opens a catalogue to take in follow-ups.</summary>
    /// <param name="path">The file, which must be there.</param>
    /// <param name="clock">Says when something was told.</param>
    /// <exception cref="CatalogException">It is missing, is being written by another process, is damaged or of a newer version.</exception>
    public static FollowUpLog Open(string path, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(clock);
        return ReviewSession.Open(path, clock, session => new FollowUpLog(session));
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

        var report = _session.Read(() => Find(followUp));
        var told = followUp with { Source = report.Source };
        var text = ReportText.Of(told);
        var earlier = _session.Read(() => new FollowUpReading(_session.Connection).Of(report.Number));
        return earlier.Find(one => ReportText.Of(one.FollowUp) == text) ?? _session.Write(() =>
        {
            var (number, at) = _session.Append(ReportPlace.Of(report.Id, report.Source), text);
            _insert.Run(number, report.Number);
            return new LoggedFollowUp(number, at, told) { IsNew = true };
        });
    }

    /// <summary>Brings all that was taken in to the disk.</summary>
    /// <exception cref="CatalogException">It could not be written: what was taken in since the last commit is not there.</exception>
    public void Commit() => _session.Commit();

    /// <summary>Closes the catalogue. What was not committed is left out.</summary>
    public void Dispose()
    {
        _reports.Dispose();
        _insert.Dispose();
        _session.Dispose();
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
