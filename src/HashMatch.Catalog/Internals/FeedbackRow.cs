using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>A reviewer's decision as it is read: by its row, and by the log, which must say the same.</summary>
static class FeedbackRow
{
    internal const string Select = """
        SELECT feedback.decision, decision.at, feedback.action, decision.evidence,
            item.id, item.place, item.path, other.id, other.place, other.path, feedback.entry, entry.list, entry.entry, feedback.content, feedback.other
        FROM feedback JOIN decision ON decision.seq = feedback.decision
            LEFT JOIN item ON item.id = feedback.item AND item.content = feedback.content
            LEFT JOIN item AS other ON other.id = feedback.other_item AND other.content = feedback.other
            LEFT JOIN entry ON entry.id = feedback.entry
        """;

    /// <exception cref="CatalogException">The row says something else than the log.</exception>
    internal static LoggedFeedback Read(SqliteDataReader row)
    {
        var log = JsonElement.Parse(row.GetString(3));
        var (item, other) = (Name(row, 4), Name(row, 7));
        EntryName? entry = row.IsDBNull(10) ? null : new EntryName(row.GetString(11), row.GetString(12));
        var action = Enum.GetValues<FeedbackAction>().FirstOrDefault(action => Words.Of(action) == row.GetString(2), (FeedbackAction)(-1));
        var isSame = Text(log, "feedback") == row.GetString(2) && Enum.IsDefined(action) &&
            Number(log, "item") == item?.Number && Number(log, "other") == other?.Number &&
            row.IsDBNull(13) == item is null && row.IsDBNull(14) == other is null &&
            Number(log, "entryNumber") == (row.IsDBNull(10) ? null : row.GetInt64(10)) &&
            Text(log, "list") == entry?.List && Text(log, "entry") == entry?.Entry;
        return isSame
            ? new LoggedFeedback(row.GetInt64(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), action, Text(log, "by") ?? "", Text(log, "why") ?? "")
            {
                Item = item,
                Other = other,
                Entry = entry,
            }
            : throw new CatalogException(string.Create(CultureInfo.InvariantCulture,
                $"the catalogue is damaged: feedback {row.GetInt64(0)} is not what the log says. Restore it from a copy."));
    }

    static ItemName? Name(SqliteDataReader row, int first) =>
        row.IsDBNull(first) ? null : new ItemName(row.GetInt64(first), row.GetString(first + 1), row.GetString(first + 2));

    static string? Text(JsonElement log, string name) => log.TryGetProperty(name, out var value) ? value.GetString() : null;

    static long? Number(JsonElement log, string name) => log.TryGetProperty(name, out var value) ? value.GetInt64() : null;
}
