using System.Security.Cryptography;
using HashMatch.Catalog.Internals;
using HashMatch.Triage.Reports;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Triage;

/// <summary>Reads what the log has of reports, and proves that they are what it says.</summary>
sealed class HistoryReader(SqliteConnection connection)
{
    internal ReportHistory? Read(string place)
    {
        using ReportTable reports = new(connection);
        if (reports.Find(place) is not { } report)
        {
            return null;
        }

        var revisions = Revisions(report.Number);
        return new ReportHistory
        {
            Report = revisions.Find(revision => revision.Number == report.Revision)?.Report ?? throw Damaged("what it says is missing"),
            Revisions = revisions,
            Items = Items(report.Revision),
            FollowUps = FollowUps(report.Number),
        };
    }

    internal List<LoggedFollowUp> FollowUps(long report)
    {
        using Statement select = new(connection, """
            SELECT follow_up.decision, decision.at, decision.evidence FROM follow_up JOIN decision ON decision.seq = follow_up.decision
            WHERE follow_up.report = $0 ORDER BY follow_up.decision
            """);
        List<LoggedFollowUp> followUps = [];
        using var row = select.Rows(report);
        while (row.Read())
        {
            followUps.Add(new LoggedFollowUp(row.GetInt64(0), TimeOf(row, 1), ReportText.FollowUpIn(row.GetString(2))));
        }

        return followUps;
    }

    /// <summary>Throws where a report says something else than the log has the digest of; says whether the log holds no other.</summary>
    internal bool IsWhole()
    {
        using Statement revisions = new(connection,
            "SELECT report_revision.text, decision.evidence FROM report_revision JOIN decision ON decision.seq = report_revision.decision ORDER BY decision.seq");
        using Statement logged = new(connection, "SELECT count(*) FROM decision WHERE substr(evidence, 1, length($0)) = $0");
        using Statement followUps = new(connection, "SELECT count(*) FROM follow_up JOIN decision ON decision.seq = follow_up.decision WHERE substr(evidence, 1, length($0)) = $0");
        long count = 0;
        using var row = revisions.Rows();
        for (; row.Read(); count++)
        {
            var evidence = row.GetString(1);
            if (!evidence.StartsWith(ReportText.Beginning, StringComparison.Ordinal) ||
                ReportText.DigestIn(evidence) != Convert.ToHexStringLower(SHA256.HashData(row.GetFieldValue<byte[]>(0))))
            {
                throw Damaged("it is not what the log says");
            }
        }

        return logged.Number(ReportText.Beginning) == count &&
            logged.Number(ReportText.FollowUpBeginning) == followUps.Number(ReportText.FollowUpBeginning);
    }

    List<ReportRevision> Revisions(long report)
    {
        using Statement select = new(connection, """
            SELECT report_revision.decision, decision.at, report_revision.text FROM report_revision
                JOIN decision ON decision.seq = report_revision.decision
            WHERE report_revision.report = $0 ORDER BY report_revision.decision
            """);
        List<ReportRevision> revisions = [];
        using var row = select.Rows(report);
        while (row.Read())
        {
            revisions.Add(new ReportRevision(row.GetInt64(0), TimeOf(row, 1),
                ReportReader.Parse(row.GetFieldValue<byte[]>(2)).Value ?? throw Damaged("it says nothing that can be read")));
        }

        return revisions;
    }

    List<ReportItemDecision> Items(long revision)
    {
        using Statement select = new(connection, """
            SELECT report_item.position, decision.evidence, report_item.file, report_item.error FROM report_item
                LEFT JOIN item ON item.id = report_item.item LEFT JOIN decision ON decision.seq = item.decision
            WHERE report_item.revision = $0 ORDER BY report_item.position
            """);
        List<ReportItemDecision> items = [];
        using var row = select.Rows(revision);
        while (row.Read())
        {
            items.Add(new ReportItemDecision(row.GetInt32(0), Text(row, 1), Text(row, 2), Text(row, 3)));
        }

        return items;
    }

    static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    static DateTimeOffset TimeOf(SqliteDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    static CatalogException Damaged(string what) => new($"the catalogue is damaged: of a report, {what}. Restore it from a copy.");
}
