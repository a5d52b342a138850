using HashMatch.Catalog.Internals;
using HashMatch.Triage.FollowUps;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Triage;

/// <summary>Reads what was done with reports, as the log has it.</summary>
sealed class FollowUpReading(SqliteConnection connection)
{
    const string Select = """
        SELECT follow_up.decision, follow_up.report, decision.seq, decision.at, decision.evidence
        FROM follow_up LEFT JOIN decision ON decision.seq = follow_up.decision
        """;

    /// <summary>Of one report, in the order it was told.</summary>
    internal List<LoggedFollowUp> Of(long report)
    {
        using Statement select = new(connection, Select + " WHERE follow_up.report = $0 ORDER BY follow_up.decision");
        List<LoggedFollowUp> followUps = [];
        using var row = select.Rows(report);
        while (row.Read())
        {
            Cells decision = new(row, "decision", 2);
            followUps.Add(new LoggedFollowUp(decision.Id(0), decision.Time(1), ReportText.FollowUpIn(decision, 2)));
        }

        return followUps;
    }

    /// <summary>Of all reports, by their rows, in the order they were told.</summary>
    /// <param name="reports">The reports there are.</param>
    internal Dictionary<long, List<FollowUp>> ByReport(IEnumerable<long> reports)
    {
        using Statement select = new(connection, Select + " ORDER BY follow_up.decision");
        Dictionary<long, List<FollowUp>> followUps = [];
        using (var row = select.Rows())
        {
            while (row.Read())
            {
                var report = new Cells(row, "follow_up", 0).Id(1);
                if (!followUps.TryGetValue(report, out var ofReport))
                {
                    followUps.Add(report, ofReport = []);
                }

                ofReport.Add(ReportText.FollowUpIn(new Cells(row, "decision", 2), 2));
            }
        }

        // A follow-up of no report would be lost, and with it that a report is closed.
        return followUps.Keys.Except(reports).Order().FirstOrDefault() is var none and > 0
            ? throw CatalogException.OfRow("follow_up", none, "report")
            : followUps;
    }
}
