using HashMatch.Catalog.Internals;
using HashMatch.Catalog.Triage;
using HashMatch.Hashes;
using HashMatch.Matching;
using HashMatch.Matching.Review;

namespace HashMatch.Catalog;

/// <summary>Decides items against lists and against all a catalogue has seen, and keeps what was decided.</summary>
/// <remarks>
/// <para>
/// There is one writer at a time, and any number of readers beside it. What <see cref="Commit"/> has returned from is on
/// the disk, and stays there whatever becomes of the process or the power; what was submitted after is not there at all.
/// </para>
/// <para>
/// Submitting the same content at the same place again gives the decision of the first time: what came later does not
/// change it, only the lists can, or the file itself where a record was all there was. Items in the order of their first
/// submission make the same catalogue, but for its runs, however often the work was interrupted and begun again.
/// </para>
/// <para>Not thread-safe, but <see cref="Cache"/> is. After an exception nothing can be submitted any more: dispose it.</para>
/// </remarks>
public sealed class CatalogWriter : IDisposable
{
    readonly TimeProvider _clock;
    readonly KnownList[] _lists;
    readonly WriterSession _session;
    readonly DecisionLog _log;
    readonly KeptGroups _groups;
    readonly FirstItems _firsts;
    readonly CatalogMemory _memory;
    readonly EntryHistory _history;
    readonly Deduplicator _deduplicator;
    readonly DecisionText _text;
    long _run;

    CatalogWriter(string path, CatalogSettings settings, KnownList[] lists, TimeProvider clock, QuarantineRule quarantine)
    {
        _clock = clock;
        _lists = lists;
        _session = new WriterSession(path);
        try
        {
            var connection = _session.Connection;
            var catalog = CatalogRow.FindOrCreate(connection, path, settings);
            _log = new DecisionLog(connection, catalog.Id, clock);
            _groups = new KeptGroups(connection, path, catalog.Id, settings);
            _text = new DecisionText(settings);
            ContentPrinter printer = new(catalog.Id);
            var vetoes = KeptVetoes.Load(connection, printer, settings);
            _firsts = new FirstItems(connection, vetoes, settings);
            _memory = new CatalogMemory(connection, _log, _groups, _text, _firsts);
            _history = new EntryHistory(connection, _log, printer, quarantine, _memory.ContentBegun);
            _deduplicator = new Deduplicator(_lists, settings.Bounds, _memory, vetoes, _history);
            Reports = new ReportIntake(this, connection, _log, settings);
            Cache = new CatalogCache(path);
        }
        catch
        {
            _session.Dispose();
            throw;
        }
    }

    /// <summary>Looks up what was committed, from any thread.</summary>
    public CatalogCache Cache { get; }

    /// <summary>Takes reports in, by the same commits as items.</summary>
    public ReportIntake Reports { get; }

    internal string Path => _session.Path;

    /// <summary>The run under way, 0 before anything was written.</summary>
    internal long Run => _run;

    /// <summary>The digests an item needs: <see cref="DigestKind.XxHash128"/>, and those the lists match by.</summary>
    public IReadOnlyList<DigestKind> DigestKinds => [.. _deduplicator.DigestKinds.Append(DigestKind.XxHash128).Distinct()];

    /// <summary>How much was submitted since the last <see cref="Commit"/>.</summary>
    public int Pending => _session.Batch.Pending;

    /// <summary>The list entries that matched too much and were put in quarantine since this was opened.</summary>
    public IReadOnlyList<QuarantinedEntry> Quarantined => _history.Quarantined;

    /// <summary>Opens a catalogue to write, or makes a new one.</summary>
    /// <param name="path">The file. Others beside it are named after it, see <see cref="CatalogFiles.Of"/>; all are their owner's alone.</param>
    /// <param name="settings">What it is for; an existing one must have been made for the same.</param>
    /// <param name="lists">The lists to match against; fill them before, leave them alone afterwards.</param>
    /// <param name="clock">Says when something was decided.</param>
    /// <param name="quarantine">When entries are put in quarantine; <see cref="QuarantineRule.Default"/> unless given.</param>
    /// <exception cref="ArgumentException">
    /// A bound of the rule lies outside its range, or the settings are none a catalogue can have: of a profile other than PDQ's,
    /// with a bound outside its range, with regions, which it does not hold, or without comparing items with earlier ones.
    /// </exception>
    /// <exception cref="CatalogException">
    /// It is being written by another process, is no catalogue, is damaged, of a newer version or of other settings, or
    /// the system refuses.
    /// </exception>
    public static CatalogWriter Open(string path, CatalogSettings settings, IEnumerable<KnownList> lists, TimeProvider clock,
        QuarantineRule? quarantine = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(lists);
        ArgumentNullException.ThrowIfNull(clock);
        settings.Validate();
        var rule = quarantine ?? QuarantineRule.Default;
        rule.Validate();
        KnownList[] all = [.. lists];
        return CatalogException.Attempt(path, () => new CatalogWriter(CatalogFiles.Resolve(path), settings, all, clock, rule));
    }

    /// <summary>Decides the next item and takes note of it.</summary>
    /// <remarks>
    /// Where the bytes are known by their XXH128 and length, the item is decided by the hashes that are held: what was read
    /// is believed over what is claimed (<see cref="CatalogContent.IsClaimed"/>), else what came first.
    /// </remarks>
    /// <exception cref="ArgumentException">The item has no XXH128, a value lies outside its range, or the place is a report's; nothing was noted.</exception>
    /// <exception cref="CatalogException">It could not be noted; all that was committed is kept.</exception>
    public Decision Submit(CatalogItem item)
    {
        ItemCheck.Check(item);
        return ReportPlace.IsReported(item.Place)
            ? throw new ArgumentException($"Places that begin with '{ReportPlace.Prefix}' are those of reports.", nameof(item))
            : Decide(item);
    }

    /// <summary>Takes note of an item that could not be read.</summary>
    /// <param name="place">The place, as items name it.</param>
    /// <param name="code">The name of the reason.</param>
    /// <param name="message">A line for a person.</param>
    /// <exception cref="CatalogException">It could not be noted; all that was committed is kept.</exception>
    public Decision Fail(string place, string code, string message)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(message);
        return Write(() =>
        {
            _log.Fail(_run, place, _text.OfFailure(code, message));
            return new Decision { Verdict = Verdict.Failed };
        });
    }

    /// <summary>Brings all that was submitted to the disk.</summary>
    /// <exception cref="CatalogException">It could not be written: what was submitted since the last commit is not there.</exception>
    public void Commit() => _session.Batch.Commit();

    /// <summary>Commits, and notes that the run came to its end.</summary>
    /// <exception cref="CatalogException">It could not be written.</exception>
    public void Complete()
    {
        if (_run > 0)
        {
            _session.Batch.Add(() => RunTable.Finish(_session.Connection, _run, _clock.GetUtcNow()));
            Commit();
        }
    }

    /// <summary>Closes the catalogue. What was not committed is left out.</summary>
    public void Dispose()
    {
        try
        {
            Cache.Dispose();
            Reports.Dispose();
            _history.Dispose();
            _memory.Dispose();
            _firsts.Dispose();
            _log.Dispose();
            _text.Dispose();
            SaveGroups();
        }
        finally
        {
            _session.Dispose();
        }
    }

    /// <summary>Decides an item, a report's among them, that was looked at before.</summary>
    internal Decision Decide(CatalogItem item) => Write(() =>
    {
        var begun = _memory.Begin(item);
        return _deduplicator.Submit(new Sighting(begun.Path, begun.Content.Forms, begun.Content.Length, begun.Content.Digests));
    });

    /// <summary>Writes in the batch under way; begins the run with the first.</summary>
    internal T Write<T>(Func<T> work) => _session.Batch.Add(() =>
    {
        if (_run == 0)
        {
            _run = RunTable.Begin(_session.Connection, _lists, _clock.GetUtcNow());
            _memory.Run = _run;
            _history.Run = _run;
        }

        return work();
    });

    void SaveGroups()
    {
        // After a failure, groups in memory are ahead of the file.
        if (!_session.Batch.IsUsable || Pending > 0)
        {
            return;
        }

        try
        {
            _groups.SaveIfLagging(_log);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or OverflowException)
        {
            // The snapshot only saves time: without it the next run reads the hashes from the catalogue.
        }
    }
}
