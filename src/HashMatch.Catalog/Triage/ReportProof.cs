using System.Security.Cryptography;
using HashMatch.Catalog.Internals;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Triage;

/// <summary>Proves that reports and follow-ups are what the log says.</summary>
sealed class ReportProof(SqliteConnection connection)
{
    /// <summary>Throws where a row says something else than the log; says whether the log holds no other.</summary>
    internal bool IsWhole() => Revisions() == Logged(ReportText.Beginning) && FollowUps() == Logged(ReportText.FollowUpBeginning) && AreLatest();

    /// <summary>How many revisions there are, each with the digest that the log has, of the report that it names.</summary>
    long Revisions()
    {
        using Statement select = new(connection, """
            SELECT report_revision.decision, report_revision.text, decision.seq, decision.evidence, decision.place, report.id, report.place
            FROM report_revision LEFT JOIN decision ON decision.seq = report_revision.decision LEFT JOIN report ON report.id = report_revision.report
            ORDER BY report_revision.decision
            """);
        using var row = select.Rows();
        Cells revision = new(row, "report_revision", 0);
        Cells decision = new(row, "decision", 2);
        Cells report = new(row, "report", 5);
        long count = 0;
        for (; row.Read(); count++)
        {
            if (ReportText.DigestIn(decision, 1) != Convert.ToHexStringLower(SHA256.HashData(revision.Bytes(1))) || decision.Text(2) != report.Text(1))
            {
                throw revision.Damaged(1);
            }
        }

        return count;
    }

    /// <summary>How many follow-ups there are, each of the report that the log names.</summary>
    long FollowUps()
    {
        using Statement select = new(connection, """
            SELECT follow_up.decision, follow_up.report, decision.seq, decision.evidence, decision.place, report.id, report.place
            FROM follow_up LEFT JOIN decision ON decision.seq = follow_up.decision LEFT JOIN report ON report.id = follow_up.report
            ORDER BY follow_up.decision
            """);
        using var row = select.Rows();
        Cells followUp = new(row, "follow_up", 0);
        Cells decision = new(row, "decision", 2);
        Cells report = new(row, "report", 5);
        long count = 0;
        for (; row.Read(); count++)
        {
            ReportText.FollowUpIn(decision, 1);
            if (decision.Text(2) != report.Text(1))
            {
                throw followUp.Damaged(1);
            }
        }

        return count;
    }

    long Logged(string beginning)
    {
        using Statement select = new(connection, "SELECT count(*) FROM decision WHERE substr(evidence, 1, length($0)) = $0");
        return select.Number(beginning);
    }

    /// <summary>Whether every report says what it said last.</summary>
    bool AreLatest()
    {
        using Statement select = new(connection,
            "SELECT count(*) FROM report WHERE revision IS NOT (SELECT max(decision) FROM report_revision WHERE report_revision.report = report.id)");
        return select.Number() == 0;
    }
}
