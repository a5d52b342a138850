using HashMatch.Catalog.Internals;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog;

/// <summary>What reviewers decided, as a catalogue holds it, and how well lists did by it. Given by <see cref="CatalogReader.Feedback"/>.</summary>
/// <remarks>Use it from the thread of its reader, while that is open. It changes nothing.</remarks>
public sealed class CatalogFeedback
{
    readonly string _path;
    readonly SqliteConnection _connection;

    internal CatalogFeedback(string path, SqliteConnection connection)
    {
        _path = path;
        _connection = connection;
    }

    /// <summary>All decisions of reviewers, in the order they came.</summary>
    /// <exception cref="CatalogException">The catalogue could not be read.</exception>
    public IReadOnlyList<LoggedFeedback> Read() => CatalogException.Attempt(_path, () =>
    {
        using Statement statement = new(_connection, FeedbackRow.Select + " ORDER BY feedback.decision");
        List<LoggedFeedback> feedback = [];
        using var row = statement.Rows();
        while (row.Read())
        {
            feedback.Add(FeedbackRow.Read(row));
        }

        return (IReadOnlyList<LoggedFeedback>)feedback;
    });

    /// <summary>How well each list and each entry did, of those that matched anything: first the lists by name, then the entries, worst first.</summary>
    /// <remarks>
    /// Of entries, those in quarantine come first, then those with the least precision, of equal ones those with more wrong matches, then with more
    /// matches; those nobody has spoken on come last.
    /// </remarks>
    /// <param name="list">The name of the one list to tell of; all unless given.</param>
    /// <exception cref="CatalogException">The catalogue could not be read.</exception>
    public IReadOnlyList<EntryPrecision> ReadPrecision(string? list = null) => CatalogException.Attempt(_path, () =>
    {
        // Counts of what is not as it was written say nothing.
        Read();
        using Statement select = new(_connection, $"""
            SELECT min(entry.id), entry.list, entry.entry, count(entry_match.content) AS content, coalesce(sum(said.action = 'confirm'), 0),
                coalesce(sum(said.action = 'reject'), 0), coalesce(sum(said.action = 'veto'), 0), coalesce(sum(entry_match.held = 1), 0),
                max(entry.quarantine IS NOT NULL), coalesce(sum(entry_match.held IN (0, 1)), 0) AS held
            FROM entry LEFT JOIN entry_match ON entry_match.entry = entry.id
                LEFT JOIN ({FeedbackTable.Standing}) AS said ON said.entry = entry_match.entry AND said.first = entry_match.content
            WHERE $0 IS NULL OR entry.list = $0
            GROUP BY entry.list, entry.entry HAVING count(entry_match.content) > 0
            """);
        List<EntryPrecision> entries = [];
        using var row = select.Rows(list);
        while (row.Read())
        {
            Cells entry = new(row, "entry", 0);
            var matches = entry.Number(3, 0, long.MaxValue);
            entries.Add(new EntryPrecision(entry.Text(1), entry.Text(2), matches, entry.Number(4, 0, matches), entry.Number(5, 0, matches),
                entry.Number(6, 0, matches), entry.Number(7, 0, matches), entry.Number(8, 0, 1)));
            // Every match is held back or not.
            new Cells(row, "entry_match", 0).Number(9, matches, matches);
        }

        return (IReadOnlyList<EntryPrecision>)[.. OfLists(entries), .. WorstFirst(entries)];
    });

    /// <summary>The decisions on a place with what reviewers said of its contents and of the entries they matched, in the order of the log.</summary>
    /// <param name="place">The place, as items name it.</param>
    /// <exception cref="CatalogException">The catalogue could not be read.</exception>
    public IReadOnlyList<ExplainedDecision> Explain(string place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return CatalogException.Attempt(_path, () => new DecisionExplainer(_connection).Explain(place, Read()));
    }

    /// <summary>The vetoes in force.</summary>
    internal static long CountVetoes(SqliteConnection connection)
    {
        using Statement count = new(connection, $"SELECT count(*) FROM ({FeedbackTable.Standing}) WHERE action IN ('reject', 'veto')");
        return count.Number();
    }

    /// <summary>Throws where a row says something else than the log; says whether the log holds no other.</summary>
    internal bool IsWhole()
    {
        using Statement logged = new(_connection, "SELECT count(*) FROM decision WHERE substr(evidence, 1, length($0)) = $0");
        return logged.Number(FeedbackText.Beginning) == Read().Count;
    }

    static IEnumerable<EntryPrecision> OfLists(List<EntryPrecision> entries) => entries
        .GroupBy(entry => entry.List).OrderBy(list => list.Key, StringComparer.Ordinal)
        .Select(list => new EntryPrecision(list.Key, null, list.Sum(entry => entry.Matches), list.Sum(entry => entry.Confirmed),
            list.Sum(entry => entry.Rejected), list.Sum(entry => entry.Vetoed), list.Sum(entry => entry.Held), list.Sum(entry => entry.Quarantined)));

    static IEnumerable<EntryPrecision> WorstFirst(List<EntryPrecision> entries) => entries
        .OrderByDescending(entry => entry.Quarantined)
        .ThenBy(entry => entry.Judged == 0)
        // Whole numbers: a/b < c/d where a d < c b, so fractions of one denominator are compared, not rounded ones.
        .ThenBy(entry => entry.Judged == 0 ? 0 : (Int128)entry.Confirmed * long.MaxValue / entry.Judged)
        .ThenByDescending(entry => entry.Judged - entry.Confirmed)
        .ThenByDescending(entry => entry.Matches)
        .ThenBy(entry => entry.List, StringComparer.Ordinal).ThenBy(entry => entry.Entry, StringComparer.Ordinal);
}
