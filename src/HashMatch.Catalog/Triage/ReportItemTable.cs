using System.Text.Json;
using System.Text.Json.Serialization;
using HashMatch.Catalog.Internals;
using HashMatch.Matching;
using HashMatch.Triage;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Triage;

/// <summary>The items of revisions, in their order.</summary>
sealed partial class ReportItemTable : IDisposable
{
    /// <summary>The columns of an item.</summary>
    internal const string Columns =
        "report_item.revision, report_item.position, report_item.verdict, report_item.item, report_item.first, report_item.first_reported, report_item.labels, report_item.entry, report_item.file, report_item.error";

    internal const int ColumnCount = 10;

    readonly Statement _insert;
    readonly Statement _update;
    readonly Statement _ofRevision;
    readonly Statement _current;

    internal ReportItemTable(SqliteConnection connection)
    {
        _insert = new Statement(connection, """
            INSERT INTO report_item (revision, position, verdict, item, first, first_reported, labels, entry, file, error)
            VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9)
            """);
        _update = new Statement(connection, """
            UPDATE report_item SET verdict = $2, item = $3, first = $4, first_reported = $5, labels = $6, entry = $7, file = $8, error = $9
            WHERE revision = $0 AND position = $1
            """);
        _ofRevision = new Statement(connection, $"SELECT {Columns} FROM report_item WHERE revision = $0 ORDER BY position");
        _current = new Statement(connection, "SELECT id FROM item WHERE place = $0 AND current = 1");
    }

    public void Dispose()
    {
        _insert.Dispose();
        _update.Dispose();
        _ofRevision.Dispose();
        _current.Dispose();
    }

    /// <summary>The number of the item that a place holds.</summary>
    internal long CurrentOf(string place) => _current.Number(place);

    internal void Insert(long revision, List<ReportItemRow> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            Run(_insert, revision, i, items[i]);
        }
    }

    /// <summary>Puts other verdicts in the place of those that are there; says whether any differs.</summary>
    internal bool Replace(long revision, List<ReportItemRow> items)
    {
        var before = OfRevision(revision, items.Count);
        var differs = false;
        for (var i = 0; i < items.Count; i++)
        {
            if (!AreEqual(before[i], items[i]))
            {
                Run(_update, revision, i, items[i]);
                differs = true;
            }
        }

        return differs;
    }

    /// <summary>The items of a revision, which has so many.</summary>
    internal List<ReportItemRow> OfRevision(long revision, int count)
    {
        using var row = _ofRevision.Rows(revision);
        Cells item = new(row, "report_item", 0);
        List<ReportItemRow> items = new(count);
        while (row.Read())
        {
            item.Int(1, items.Count, items.Count);
            items.Add(Read(item));
        }

        return items.Count == count ? items : throw CatalogException.OfRow("report_item", revision, "position");
    }

    internal ItemCounts CountsOf(long revision, int count) =>
        ItemCounts.Of([.. OfRevision(revision, count).Select(item => item.Verdict is { } verdict ? new ItemVerdict(verdict, []) : null)]);

    /// <exception cref="CatalogException">The word is none of ours.</exception>
    internal static Verdict? VerdictOf(Cells item) => item.IsNull(2) ? null : item.Word<Verdict>(2);

    /// <exception cref="CatalogException">The text is no list of labels.</exception>
    internal static IReadOnlyList<string> LabelsOf(Cells item)
    {
        if (item.TextOrNull(6) is not { } text)
        {
            return [];
        }

        try
        {
            var labels = JsonSerializer.Deserialize(text, LabelText.Default.StringArray);
            return labels is not null && Array.TrueForAll(labels, label => label is not null) ? labels : throw item.Damaged(6);
        }
        catch (JsonException)
        {
            throw item.Damaged(6);
        }
    }

    static ReportItemRow Read(Cells item) => new()
    {
        Verdict = VerdictOf(item),
        Item = item.IdOrNull(3),
        First = item.IdOrNull(4),
        IsFirstReported = item.Flag(5),
        Labels = LabelsOf(item),
        Entry = item.TextOrNull(7),
        File = item.TextOrNull(8),
        Error = item.TextOrNull(9),
    };

    static bool AreEqual(ReportItemRow left, ReportItemRow right) =>
        left with { Labels = right.Labels } == right && left.Labels.SequenceEqual(right.Labels);

    static void Run(Statement statement, long revision, int position, ReportItemRow item) => statement.Run(revision, position,
        item.Verdict is { } verdict ? Words.Of(verdict) : null, item.Item, item.First, item.IsFirstReported ? 1 : 0,
        item.Labels.Count == 0 ? null : JsonSerializer.Serialize([.. item.Labels], LabelText.Default.StringArray), item.Entry, item.File, item.Error);

    /// <summary>Made when it is compiled, so that it needs no reflection.</summary>
    [JsonSerializable(typeof(string[]))]
    sealed partial class LabelText : JsonSerializerContext;
}
