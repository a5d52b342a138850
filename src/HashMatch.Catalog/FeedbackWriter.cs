using HashMatch.Catalog.Internals;
using HashMatch.Matching.Review;

namespace HashMatch.Catalog;

/// <summary>Takes reviewers' decisions into a catalogue, for later runs to honour.</summary>
/// <remarks>
/// It is the one writer while it is open, like a <see cref="CatalogWriter"/>. What <see cref="Commit"/> has returned from
/// is on the disk; what came after is not there at all. Not thread-safe. After a <see cref="CatalogException"/> nothing can
/// be taken in any more; after a <see cref="FeedbackException"/> the next can.
/// </remarks>
public sealed class FeedbackWriter : IDisposable
{
    readonly QuarantineRule _rule;
    readonly ReviewSession _session;
    readonly NamedItems _items;
    readonly EntryTable _entries;
    readonly FeedbackTable _feedback;
    readonly FeedbackTargets _targets;
    readonly List<EntryName> _quarantined = [];

    FeedbackWriter(ReviewSession session, QuarantineRule rule, Func<string, string> toPlace)
    {
        _rule = rule;
        _session = session;
        _items = new NamedItems(session.Connection, toPlace);
        _entries = new EntryTable(session.Connection);
        _feedback = new FeedbackTable(session.Connection);
        var (id, settings) = session.Catalog;
        _targets = new FeedbackTargets(session.Connection, _items, _entries, _feedback, new ContentPrinter(id), settings);
    }

    /// <summary>The list entries that were put in quarantine since this was opened, because reviewers found them wrong too often.</summary>
    public IReadOnlyList<EntryName> Quarantined => _quarantined;

    /// <summary>Opens a catalogue to take in decisions.</summary>
    /// <param name="path">The file, which must be there.</param>
    /// <param name="clock">Says when something was decided.</param>
    /// <param name="rule">When entries are put in quarantine; <see cref="QuarantineRule.Default"/> unless given.</param>
    /// <param name="toPlace">The place a path leads to, as items name it; the path itself unless given.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound of the rule lies outside its range.</exception>
    /// <exception cref="CatalogException">It is missing, is being written by another process, is damaged or of a newer version.</exception>
    public static FeedbackWriter Open(string path, TimeProvider clock, QuarantineRule? rule = null, Func<string, string>? toPlace = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(clock);
        var known = rule ?? QuarantineRule.Default;
        known.Validate();
        return ReviewSession.Open(path, clock, session => new FeedbackWriter(session, known, toPlace ?? (place => place)));
    }

    /// <summary>Takes in one decision.</summary>
    /// <exception cref="FeedbackException">It names nothing, or makes no sense; nothing was written.</exception>
    /// <exception cref="CatalogException">It could not be noted; all that was committed is kept.</exception>
    public LoggedFeedback Submit(FeedbackRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var target = _session.Read(() => _targets.Find(request));
        return _session.Write(() => Write(request, target));
    }

    /// <summary>Brings all that was taken in to the disk.</summary>
    /// <exception cref="CatalogException">It could not be written: what was taken in since the last commit is not there.</exception>
    public void Commit() => _session.Commit();

    /// <summary>Closes the catalogue. What was not committed is left out.</summary>
    public void Dispose()
    {
        _feedback.Dispose();
        _entries.Dispose();
        _items.Dispose();
        _session.Dispose();
    }

    LoggedFeedback Write(FeedbackRequest request, FeedbackTarget target)
    {
        var (number, at) = _session.Append(target.Place, FeedbackText.Of(request, target));
        _feedback.Insert(number, request.Action, target);
        if (target.Entry is { } entry)
        {
            Apply(request.Action, target, entry, number);
        }

        return new LoggedFeedback(number, at, request.Action, request.By, request.Why)
        {
            Item = target.Item?.Name,
            Other = target.Other?.Name,
            Entry = target.Entry?.Name,
        };
    }

    /// <summary>What follows for the entry.</summary>
    void Apply(FeedbackAction action, FeedbackTarget target, EntryRow entry, long number)
    {
        if (target.Item is null)
        {
            foreach (var one in _entries.Named(entry.Name).Where(one => one.Quarantine is not null))
            {
                one.Release(number);
                _entries.Update(one);
                _entries.LetAll(one);
            }
        }
        else if (action == FeedbackAction.Confirm)
        {
            _entries.Let(entry, target.Item.Content);
        }
        else if (action != FeedbackAction.Release && entry.Quarantine is null && _feedback.Judged(entry) is var (right, wrong) && _rule.IsDistrusted(right, wrong))
        {
            entry.Quarantine = _session.Append(entry.Name.ToString(), FeedbackText.OfWrong(entry, right, wrong, _rule)).Number;
            _entries.Update(entry);
            _entries.HoldAll(entry);
            _quarantined.Add(entry.Name);
        }
    }
}
