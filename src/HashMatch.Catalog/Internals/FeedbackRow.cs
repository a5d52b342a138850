using System.Globalization;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>A reviewer's decision as it is read: by its row, and by the log, which must say the same.</summary>
static class FeedbackRow
{
    internal const string Select = """
        SELECT feedback.decision, feedback.action, feedback.content, feedback.other, feedback.entry, decision.seq, decision.at, decision.evidence,
            item.id, item.place, item.path, other.id, other.place, other.path, entry.id, entry.list, entry.entry
        FROM feedback LEFT JOIN decision ON decision.seq = feedback.decision
            LEFT JOIN item ON item.id = feedback.item AND item.content = feedback.content
            LEFT JOIN item AS other ON other.id = feedback.other_item AND other.content = feedback.other
            LEFT JOIN entry ON entry.id = feedback.entry
        """;

    /// <exception cref="CatalogException">The row says something else than the log.</exception>
    internal static LoggedFeedback Read(SqliteDataReader row)
    {
        Cells feedback = new(row, "feedback", 0);
        Cells decision = new(row, "decision", 5);
        Evidence log = new(decision.Text(2), decision.Id(0));
        var action = feedback.Word<FeedbackAction>(1);
        var (item, other) = (Name(new Cells(row, "item", 8)), Name(new Cells(row, "item", 11)));
        Cells named = new(row, "entry", 14);
        EntryName? entry = named.IsNull(0) ? null : new EntryName(named.Text(1), named.Text(2));
        var isSame = log.Text("feedback") == Words.Of(action) &&
            log.Number("item") == item?.Number && log.Number("other") == other?.Number &&
            feedback.IsNull(2) == item is null && feedback.IsNull(3) == other is null &&
            log.Number("entryNumber") == feedback.IdOrNull(4) && log.Text("list") == entry?.List && log.Text("entry") == entry?.Entry;
        return isSame
            ? new LoggedFeedback(feedback.Id(0), decision.Time(1), action, log.Text("by") ?? "", log.Text("why") ?? "")
            {
                Item = item,
                Other = other,
                Entry = entry,
            }
            : throw CatalogException.OfDamage(string.Create(CultureInfo.InvariantCulture, $"feedback {feedback.Id(0)} is not what the log says"));
    }

    static ItemName? Name(Cells item) => item.IsNull(0) ? null : new ItemName(item.Id(0), item.Text(1), item.Text(2));
}
