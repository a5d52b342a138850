using HashMatch.Triage;
using HashMatch.Triage.Reports;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Triage;

/// <summary>The reports a catalogue holds. Given by <see cref="CatalogReader.Reports"/>.</summary>
/// <remarks>Use it from the thread of its reader, while that is open. It changes nothing.</remarks>
public sealed class CatalogReports
{
    readonly string _path;
    readonly SqliteConnection _connection;

    internal CatalogReports(string path, SqliteConnection connection)
    {
        _path = path;
        _connection = connection;
    }

    /// <summary>Every report as it stands, with the verdicts of its items and what was done with it, in the order they came.</summary>
    /// <remarks>
    /// Items whose files were read have the hashes and digests that were found there. Where the items of a group all came
    /// with reports, the report that arrived first has the verdict of the first of them, and the others repeat it.
    /// </remarks>
    /// <param name="threads">How many threads may work, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    /// <exception cref="CatalogException">The catalogue could not be read.</exception>
    public IReadOnlyList<TriageCase> ReadCases(int threads = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        return CatalogException.Attempt(_path, () => new CaseLoader(_connection, threads).Read());
    }

    /// <summary>The systems of the reports that have an id: one as a rule, none if there is no such report.</summary>
    /// <param name="id">The id.</param>
    /// <returns>In ordinal order; null for a report that names no system.</returns>
    /// <exception cref="CatalogException">The catalogue could not be read.</exception>
    public IReadOnlyList<string?> SourcesOf(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return CatalogException.Attempt(_path, () =>
        {
            using ReportTable reports = new(_connection);
            return (IReadOnlyList<string?>)[.. reports.Named(id).Select(report => report.Source).Order(StringComparer.Ordinal)];
        });
    }

    /// <summary>All that is known of one report; null if there is none.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="source">The system it comes from, or null if it names none.</param>
    /// <exception cref="CatalogException">The catalogue could not be read.</exception>
    public ReportHistory? ReadHistory(string id, string? source)
    {
        ArgumentNullException.ThrowIfNull(id);
        return CatalogException.Attempt(_path, () => new HistoryReader(_connection).Read(ReportPlace.Of(id, source)));
    }

    /// <summary>Where the files of a report's items lie, as they were read; null for those that were not.</summary>
    /// <param name="report">The report.</param>
    /// <exception cref="CatalogException">The catalogue could not be read.</exception>
    public IReadOnlyList<string?> ReadFiles(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return CatalogException.Attempt(_path, () =>
        {
            using ReportTable reports = new(_connection);
            using ReportItemTable items = new(_connection);
            return (IReadOnlyList<string?>)(reports.Find(ReportPlace.Of(report.Id, report.Source)) is { } known
                ? [.. items.OfRevision(known.Revision, report.Items.Count).Select(item => item.Error is null ? item.File : null)] : []);
        });
    }

    /// <summary>Whether every report and follow-up is what the log says, and none of the log's is missing.</summary>
    internal bool IsWhole() => new ReportProof(_connection).IsWhole();
}
