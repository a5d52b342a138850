using HashMatch.Catalog.Internals;
using HashMatch.Matching;
using HashMatch.Triage;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Triage;

/// <summary>Reads the verdicts of the items of some revisions.</summary>
/// <param name="connection">The catalogue.</param>
/// <param name="revisions">The revisions, ascending.</param>
sealed class VerdictReader(SqliteConnection connection, List<long> revisions)
{
    // The same few words again and again: one object stands for all of them.
    readonly Dictionary<(Verdict Verdict, string? Labels, string? Content), ItemVerdict> _verdicts = [];
    readonly Dictionary<long, ItemVerdict> _repeats = [];

    /// <summary>By revision and position; null for an item that was not decided.</summary>
    internal ItemVerdict?[][] OfReports { get; } = new ItemVerdict?[revisions.Count][];

    /// <summary>What was found in files, by the place of the revision and the item's position.</summary>
    internal List<(int Report, int Position, FoundContent Content)> Found { get; } = [];

    /// <summary>Which of them is the first of its group.</summary>
    internal FirstArrivals Firsts { get; } = new();

    internal VerdictReader Read()
    {
        // Of a told item nothing is looked up: its report has all there is.
        using Statement select = new(connection, $"""
            SELECT {ReportItemTable.Columns}, {FoundContent.Columns}
            FROM report_item
                LEFT JOIN item ON item.id = CASE WHEN report_item.file IS NOT NULL THEN report_item.item END
                LEFT JOIN content ON content.id = item.content
            ORDER BY report_item.revision, report_item.position
            """);
        using var row = select.Rows();
        Cells item = new(row, "report_item", 0);
        Cells content = new(row, "content", ReportItemTable.ColumnCount);
        List<ItemVerdict?> verdicts = [];
        var report = 0;
        while (row.Read())
        {
            for (var revision = item.Id(0); report < revisions.Count && revisions[report] < revision; report++)
            {
                Close(report, verdicts);
            }

            if (report < revisions.Count && item.Id(0) == revisions[report])
            {
                item.Int(1, verdicts.Count, verdicts.Count);
                if (!content.IsNull(0))
                {
                    Found.Add((report, verdicts.Count, FoundContent.Read(content)));
                }

                verdicts.Add(VerdictOf(item, report, verdicts.Count));
            }
        }

        for (; report < revisions.Count; report++)
        {
            Close(report, verdicts);
        }

        return this;
    }

    void Close(int report, List<ItemVerdict?> verdicts)
    {
        OfReports[report] = [.. verdicts];
        verdicts.Clear();
    }

    ItemVerdict? VerdictOf(Cells item, int report, int position)
    {
        if (ReportItemTable.VerdictOf(item) is not { } verdict)
        {
            return null;
        }

        var first = item.IdOrNull(4);
        if (item.IdOrNull(3) is { } number && (first is null || item.Flag(5)))
        {
            Firsts.Add(report, position, number, first);
        }

        return first is { } repeated && verdict == Verdict.Repeat ? Repeat(repeated) : Shared(verdict, item);
    }

    ItemVerdict Repeat(long first)
    {
        if (!_repeats.TryGetValue(first, out var repeat))
        {
            _repeats.Add(first, repeat = new ItemVerdict(Verdict.Repeat, [], FirstArrivals.NameOf(first)));
        }

        return repeat;
    }

    ItemVerdict Shared(Verdict verdict, Cells item)
    {
        var (labels, content) = (item.TextOrNull(6), item.TextOrNull(7));
        if (!_verdicts.TryGetValue((verdict, labels, content), out var shared))
        {
            _verdicts.Add((verdict, labels, content), shared = new ItemVerdict(verdict, ReportItemTable.LabelsOf(item), content));
        }

        return shared;
    }
}
