using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>Reviewers' decisions: added to, never changed.</summary>
sealed class FeedbackTable : IDisposable
{
    /// <summary>The last word on each pair: <c>first</c> and <c>second</c> are contents, or <c>second</c> is null and <c>entry</c> is not.</summary>
    /// <remarks>SQLite takes bare columns from the row that has the maximum (sqlite.org/lang_select.html#bareagg).</remarks>
    internal const string Standing = """
        SELECT min(content, coalesce(other, content)) AS first, entry, max(content, other) AS second, action, max(decision) AS decision
        FROM feedback WHERE content IS NOT NULL GROUP BY 1, 2, 3
        """;

    readonly Statement _insert;
    readonly Statement _wordOnEntry;
    readonly Statement _wordOnOther;
    readonly Statement _judged;

    internal FeedbackTable(SqliteConnection connection)
    {
        _insert = new Statement(connection,
            "INSERT INTO feedback (decision, action, item, content, other_item, other, entry) VALUES ($0, $1, $2, $3, $4, $5, $6)");
        _wordOnEntry = new Statement(connection,
            "SELECT decision, action FROM feedback WHERE content = $0 AND entry = $1 ORDER BY decision DESC LIMIT 1");
        _wordOnOther = new Statement(connection, """
            SELECT decision, action FROM feedback WHERE (content = $0 AND other = $1) OR (content = $1 AND other = $0) ORDER BY decision DESC LIMIT 1
            """);
        _judged = new Statement(connection, $"""
            SELECT max(decision), coalesce(sum(action = 'confirm'), 0), coalesce(sum(action IN ('reject', 'veto')), 0) FROM ({Standing}) AS said
            JOIN entry_match ON entry_match.entry = said.entry AND entry_match.content = said.first
            WHERE said.entry = $0 AND said.decision > $1
            """);
    }

    public void Dispose()
    {
        _insert.Dispose();
        _wordOnEntry.Dispose();
        _wordOnOther.Dispose();
        _judged.Dispose();
    }

    internal void Insert(long decision, FeedbackAction action, FeedbackTarget target) => _insert.Run(decision, Words.Of(action),
        target.Item?.Name.Number, target.Item?.Content, target.Other?.Name.Number, target.Other?.Content, target.Entry?.Number);

    /// <summary>Whether the last word on a pair keeps it apart.</summary>
    internal bool IsApart(FeedbackTarget pair)
    {
        using var row = pair.Entry is { } entry ? _wordOnEntry.Rows(pair.Item?.Content, entry.Number) : _wordOnOther.Rows(pair.Item?.Content, pair.Other?.Content);
        return row.Read() && new Cells(row, "feedback", 0).Word<FeedbackAction>(1) is FeedbackAction.Reject or FeedbackAction.Veto;
    }

    /// <summary>The matches of an entry that were judged since its last release.</summary>
    internal (long Right, long Wrong) Judged(EntryRow entry)
    {
        using var row = _judged.Rows(entry.Number, entry.Released ?? 0);
        Cells judged = new(row, "feedback", 0);
        return row.Read() ? (judged.Number(1, 0, long.MaxValue), judged.Number(2, 0, long.MaxValue)) : (0, 0);
    }
}
