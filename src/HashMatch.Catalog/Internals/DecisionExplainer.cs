using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>Puts decisions and what was said about them together.</summary>
sealed class DecisionExplainer(SqliteConnection connection)
{
    const string OfPlace = $"{DecisionRow.Select} WHERE place = $0 AND ({DecisionText.IsDecision}) ORDER BY seq";

    /// <summary>The decisions on a place; feedback is looked for among all there is.</summary>
    internal IReadOnlyList<ExplainedDecision> Explain(string place, IReadOnlyList<LoggedFeedback> feedback)
    {
        List<ExplainedDecision> explained = [];
        using Statement decisions = new(connection, OfPlace);
        using var row = decisions.Rows(place);
        while (row.Read())
        {
            var decision = DecisionRow.Read(new Cells(row, "decision", 0));
            Evidence evidence = new(decision.Evidence, decision.Number);
            var siblings = evidence.Number("item") is { } item ? WithSameContent(item) : [];
            HashSet<EntryName> entries = [.. evidence.Entries("matches"), .. evidence.Entries("vetoed")];
            explained.Add(new ExplainedDecision(decision, [.. feedback.Where(said =>
                IsOne(said.Item, siblings) || IsOne(said.Other, siblings) ||
                (said.Item is null && said.Entry is { } entry && entries.Contains(entry)))]));
        }

        return explained;
    }

    HashSet<long> WithSameContent(long item)
    {
        using Statement select = new(connection, "SELECT id FROM item WHERE content = (SELECT content FROM item WHERE id = $0)");
        using var row = select.Rows(item);
        HashSet<long> items = [];
        while (row.Read())
        {
            items.Add(new Cells(row, "item", 0).Id(0));
        }

        return items;
    }

    static bool IsOne(ItemName? item, HashSet<long> items) => item is not null && items.Contains(item.Number);
}
