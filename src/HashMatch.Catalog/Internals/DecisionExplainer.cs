using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>Puts decisions and what was said about them together.</summary>
sealed class DecisionExplainer(SqliteConnection connection)
{
    const string OfPlace = """
        SELECT seq, run, at, place, evidence, link FROM decision
        WHERE place = $0 AND evidence NOT LIKE '{"feedback":%' AND evidence NOT LIKE '{"quarantine":%'
            AND evidence NOT LIKE '{"report":%' AND evidence NOT LIKE '{"followUp":%' ORDER BY seq
        """;

    /// <summary>The decisions on a place; feedback is looked for among all there is.</summary>
    internal IReadOnlyList<ExplainedDecision> Explain(string place, IReadOnlyList<LoggedFeedback> feedback)
    {
        List<ExplainedDecision> explained = [];
        using Statement decisions = new(connection, OfPlace);
        using var row = decisions.Rows(place);
        while (row.Read())
        {
            LoggedDecision decision = new(row.GetInt64(0), row.GetInt64(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
                row.GetString(3), row.GetString(4), Convert.ToHexStringLower(row.GetFieldValue<byte[]>(5)));
            var evidence = JsonElement.Parse(decision.Evidence);
            var siblings = evidence.TryGetProperty("item", out var item) ? WithSameContent(item.GetInt64()) : [];
            HashSet<EntryName> entries = [.. EntriesOf(evidence, "matches"), .. EntriesOf(evidence, "vetoed")];
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
            items.Add(row.GetInt64(0));
        }

        return items;
    }

    static bool IsOne(ItemName? item, HashSet<long> items) => item is not null && items.Contains(item.Number);

    static IEnumerable<EntryName> EntriesOf(JsonElement evidence, string name) => evidence.TryGetProperty(name, out var all)
        ? all.EnumerateArray().Where(match => match.TryGetProperty("list", out _))
            .Select(match => new EntryName(match.GetProperty("list").GetString()!, match.GetProperty("entry").GetString()!))
        : [];
}
