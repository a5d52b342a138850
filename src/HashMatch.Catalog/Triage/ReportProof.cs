using System.Security.Cryptography;
using HashMatch.Catalog.Internals;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Triage;

/// <summary>Proves that reports and follow-ups are what the log says.</summary>
sealed class ReportProof(SqliteConnection connection)
{
    /// <summary>Throws where a row says something else than the log; says whether the log holds no other.</summary>
    internal bool IsWhole() => Revisions() == Logged(ReportText.Beginning) && FollowUps() == Logged(ReportText.FollowUpBeginning) && AreLatest();

    /// <summary>How many revisions there are, each with the digest that the log has.</summary>
    long Revisions() => CountProven("report_revision", "text", static (revision, decision) =>
        ReportText.DigestIn(decision, 1) == Convert.ToHexStringLower(SHA256.HashData(revision.Bytes(1))));

    /// <summary>How many follow-ups there are, each of one that the log has.</summary>
    long FollowUps() => CountProven("follow_up", "report", static (_, decision) =>
    {
        ReportText.FollowUpIn(decision, 1);
        return true;
    });

    /// <summary>Counts the rows of a table, each of the report that the log names.</summary>
    /// <param name="table">What names a decision and a report.</param>
    /// <param name="column">What is wrong where a row is not as the log has it.</param>
    /// <param name="isLogged">Whether a row, its column behind its number, is what the decision's evidence says.</param>
    long CountProven(string table, string column, Func<Cells, Cells, bool> isLogged)
    {
        using Statement select = new(connection, $"""
            SELECT {table}.decision, {table}.{column}, decision.seq, decision.evidence, decision.place, report.id, report.place
            FROM {table} LEFT JOIN decision ON decision.seq = {table}.decision LEFT JOIN report ON report.id = {table}.report
            ORDER BY {table}.decision
            """);
        using var rows = select.Rows();
        Cells row = new(rows, table, 0);
        Cells decision = new(rows, "decision", 2);
        Cells report = new(rows, "report", 5);
        long count = 0;
        for (; rows.Read(); count++)
        {
            if (!isLogged(row, decision) || decision.Text(2) != report.Text(1))
            {
                throw row.Damaged(1);
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
