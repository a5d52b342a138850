using HashMatch.Catalog.Internals;
using HashMatch.Triage.Reports;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Triage;

/// <summary>Reads all there is of one report.</summary>
sealed class HistoryReader(SqliteConnection connection)
{
    internal ReportHistory? Read(string place)
    {
        using ReportTable reports = new(connection);
        if (reports.Find(place) is not { } row)
        {
            return null;
        }

        var revisions = Revisions(row.Number);
        var report = revisions.Find(revision => revision.Number == row.Revision)?.Report ?? throw CatalogException.OfRow("report", row.Number, "revision");
        var items = Items(row.Revision);
        return new ReportHistory
        {
            Report = report,
            Revisions = revisions,
            Items = items.Count == report.Items.Count ? items : throw CatalogException.OfRow("report_item", row.Revision, "position"),
            FollowUps = new FollowUpReading(connection).Of(row.Number),
        };
    }

    List<ReportRevision> Revisions(long report)
    {
        using Statement select = new(connection, """
            SELECT report_revision.decision, report_revision.text, decision.seq, decision.at
            FROM report_revision LEFT JOIN decision ON decision.seq = report_revision.decision
            WHERE report_revision.report = $0 ORDER BY report_revision.decision
            """);
        using var row = select.Rows(report);
        Cells revision = new(row, "report_revision", 0);
        Cells decision = new(row, "decision", 2);
        List<ReportRevision> revisions = [];
        while (row.Read())
        {
            revisions.Add(new ReportRevision(revision.Id(0), decision.Time(1), ReportReader.Parse(revision.Bytes(1)).Value ?? throw revision.Damaged(1)));
        }

        return revisions;
    }

    List<ReportItemDecision> Items(long revision)
    {
        using Statement select = new(connection, $"""
            SELECT {ReportItemTable.Columns}, decision.seq, decision.evidence FROM report_item
                LEFT JOIN item ON item.id = report_item.item LEFT JOIN decision ON decision.seq = item.decision
            WHERE report_item.revision = $0 ORDER BY report_item.position
            """);
        using var row = select.Rows(revision);
        Cells item = new(row, "report_item", 0);
        Cells decision = new(row, "decision", ReportItemTable.ColumnCount);
        List<ReportItemDecision> items = [];
        while (row.Read())
        {
            var evidence = item.IdOrNull(3) is null ? null : decision.Text(1);
            items.Add(new ReportItemDecision(item.Int(1, items.Count, items.Count),
                evidence is null || JsonText.Read(evidence) is not null ? evidence : throw decision.Damaged(1), item.TextOrNull(8), item.TextOrNull(9)));
        }

        return items;
    }
}
