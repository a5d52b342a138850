using HashMatch.Matching;
using HashMatch.Matching.Review;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>Counts what list entries match, and puts those that suddenly match too much in quarantine.</summary>
/// <remarks>
/// The word on a content is given once, when the entry first matches it, and kept: so a rescan says the same, whatever
/// became of the entry since. Runs that did not come to their end count as one with the run that goes on after them.
/// </remarks>
sealed class EntryHistory(SqliteConnection connection, DecisionLog log, ContentPrinter printer, QuarantineRule rule,
    Func<long> contentBegun) : IEntryHistory, IDisposable
{
    readonly EntryTable _entries = new(connection);
    readonly List<QuarantinedEntry> _quarantined = [];
    long _window;

    /// <summary>The entries put in quarantine since this began.</summary>
    internal IReadOnlyList<QuarantinedEntry> Quarantined => _quarantined;

    /// <summary>The run under way.</summary>
    internal long Run
    {
        get;
        set => (field, _window) = (value, RunTable.WindowOf(connection, value));
    }

    public void Dispose() => _entries.Dispose();

    public bool IsHeld(Sighting sighting, Match match, KnownEntry entry)
    {
        var known = _entries.FindOrAdd(new EntryName(match.List, match.Entry), PrintsBlob.Write(printer.SideOf(entry)));
        if (match.Distance > match.Radius)
        {
            return false;
        }

        var content = contentBegun();
        return _entries.IsHeld(known, content) ?? Meet(known, content);
    }

    /// <summary>It matches a content for the first time.</summary>
    bool Meet(EntryRow entry, long content)
    {
        entry.Count(_window);
        var limit = rule.LimitAfter(entry.Most);
        if (entry.Quarantine is null && entry.Matched > limit)
        {
            entry.Quarantine = log.Append(Run, entry.Name.ToString(), FeedbackText.OfMany(entry, limit, rule));
            _quarantined.Add(new QuarantinedEntry(entry.Name, entry.Matched, limit));
        }

        _entries.Update(entry);
        _entries.Match(entry, content, entry.Quarantine is not null);
        return entry.Quarantine is not null;
    }
}
