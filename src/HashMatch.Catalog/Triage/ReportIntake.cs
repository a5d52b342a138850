using System.Security.Cryptography;
using HashMatch.Catalog.Internals;
using HashMatch.Matching;
using HashMatch.Triage;
using HashMatch.Triage.Reports;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Triage;

/// <summary>Takes reports into a catalogue: decides their items and keeps both. Given by <see cref="CatalogWriter.Reports"/>.</summary>
/// <remarks>
/// <para>
/// An item is decided like a file that is scanned, at a place of its own within its report. One whose file was not handed
/// over goes in by its digests and its hash; one that names neither has no verdict.
/// </para>
/// <para>
/// A report is on the disk, with its verdicts, when <see cref="CatalogWriter.Commit"/> has returned; before that it is not
/// there at all. The same report again changes nothing. Not thread-safe.
/// </para>
/// </remarks>
public sealed class ReportIntake : IDisposable
{
    readonly CatalogWriter _catalog;
    readonly DecisionLog _log;
    readonly ReportTable _reports;
    readonly ReportItemTable _items;
    readonly DescribedContents _described;
    readonly bool _hasGate;

    internal ReportIntake(CatalogWriter catalog, SqliteConnection connection, DecisionLog log, CatalogSettings settings)
    {
        _catalog = catalog;
        _log = log;
        _reports = new ReportTable(connection);
        _items = new ReportItemTable(connection);
        _described = new DescribedContents(connection);
        _hasGate = settings.Bounds.MinQuality > 0;
    }

    /// <summary>Whether a report is there already and says just this.</summary>
    /// <param name="report">The report.</param>
    /// <exception cref="CatalogException">The catalogue could not be read.</exception>
    public bool IsKnown(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Read(() => _reports.Find(ReportPlace.Of(report.Id, report.Source)) is { } known &&
            _reports.TextOf(known).AsSpan().SequenceEqual(ReportWriter.ToUtf8Bytes(report)));
    }

    /// <summary>Takes in a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="readings">What came of reading the files of its items, in their order; null for an item that names none.</param>
    /// <param name="decidesAnew">Whether the items of a report that says the same as before are decided once more, for lists that are new.</param>
    /// <exception cref="ArgumentException">
    /// It is none that <see cref="ReportReader"/> takes, there are not as many readings as items, or what was read of a file
    /// is nothing a catalogue can hold; nothing was noted.
    /// </exception>
    /// <exception cref="CatalogException">It could not be noted; all that was committed is kept.</exception>
    public ReportReceipt Submit(Report report, IReadOnlyList<ItemReading?> readings, bool decidesAnew = false)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(readings);
        if (readings.Count != report.Items.Count)
        {
            throw new ArgumentException("There must be as many readings as items.", nameof(readings));
        }

        var text = ReportWriter.ToUtf8Bytes(report);
        foreach (var content in readings.Select(reading => reading?.Content).OfType<CatalogContent>())
        {
            ItemCheck.Check(content);
        }

        var place = ReportPlace.Of(report.Id, report.Source);
        // What is only read begins no run.
        var known = Read(() => _reports.Find(place));
        var isSame = known is not null && Read(() => _reports.TextOf(known)).AsSpan().SequenceEqual(text);
        if (isSame && !decidesAnew)
        {
            return new ReportReceipt(ReportChange.Unchanged, Read(() => _items.CountsOf(known!.Revision, report.Items.Count)));
        }

        // Before the first item is decided, since a report goes in wholly or not at all. What is there went through this already.
        if (!isSame && ReportReader.Parse(text) is { IsAccepted: false } refused)
        {
            throw new ArgumentException(Refusal.Of(refused.Problems), nameof(report));
        }

        var decided = Decide(report, readings);
        return _catalog.Write(() => isSame
            ? new ReportReceipt(_items.Replace(known!.Revision, decided) ? ReportChange.Redecided : ReportChange.Unchanged, _items.CountsOf(known.Revision, report.Items.Count))
            : Write(report, place, text, known, decided));
    }

    /// <summary>Frees what it holds; its writer does so itself.</summary>
    public void Dispose()
    {
        _reports.Dispose();
        _items.Dispose();
        _described.Dispose();
    }

    ReportReceipt Write(Report report, string place, byte[] text, ReportRow? known, List<ReportItemRow> decided)
    {
        var change = known is null ? ReportChange.Added : ReportChange.Changed;
        var revision = _log.Append(_catalog.Run, place, ReportText.Of(change, report, SHA256.HashData(text)));
        _reports.Write(known, place, report, revision, text);
        _items.Insert(revision, decided);
        return new ReportReceipt(change, _items.CountsOf(revision, report.Items.Count));
    }

    List<ReportItemRow> Decide(Report report, IReadOnlyList<ItemReading?> readings)
    {
        var places = ReportPlace.OfItems(report);
        List<ReportItemRow> decided = new(places.Count);
        for (var i = 0; i < places.Count; i++)
        {
            decided.Add(places[i] is { } place ? Decide(report.Items[i], place, readings[i]) : new ReportItemRow());
        }

        return decided;
    }

    ReportItemRow Decide(ReportItem item, string place, ItemReading? reading)
    {
        if (reading?.Content is { } content)
        {
            return Decide(new CatalogItem(place, place, content, reading.Stamp)) with { File = reading.File };
        }

        var error = reading?.ErrorCode is { } code ? $"{code}: {reading.ErrorMessage}" : null;
        if (item.Pdq is null && item.Digests.Count == 0)
        {
            return reading?.ErrorCode is null ? new ReportItemRow { Error = error }
                : new ReportItemRow { Verdict = _catalog.Fail(place, reading.ErrorCode, reading.ErrorMessage ?? "").Verdict, File = reading.File, Error = error };
        }

        var told = Read(() => _described.ContentOf(item));
        // Without a gate an item that has no hash would be near to every other such item.
        return told.Length == 0 && item.Pdq is null && !_hasGate ? new ReportItemRow { Error = error }
            : Decide(new CatalogItem(place, place, told)) with { Error = error };
    }

    ReportItemRow Decide(CatalogItem item)
    {
        var decision = _catalog.Decide(item);
        var verdict = ItemVerdict.Of(decision);
        var first = decision.Verdict == Verdict.Repeat ? decision.FirstGeneration : null;
        return new ReportItemRow
        {
            Verdict = decision.Verdict,
            Item = Read(() => _items.CurrentOf(item.Place)),
            First = first?.Number,
            IsFirstReported = first is { } one && ReportPlace.IsReported(one.Path),
            Labels = verdict.Labels,
            Entry = decision.Verdict == Verdict.Known ? verdict.Content : null,
        };
    }

    T Read<T>(Func<T> read) => CatalogException.Attempt(_catalog.Path, read);
}
