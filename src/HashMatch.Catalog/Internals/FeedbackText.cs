using System.Text.Json;
using HashMatch.Matching.Review;

namespace HashMatch.Catalog.Internals;

/// <summary>What reviewers decided and what was put in quarantine, as the log keeps it: one line of JSON. It names entries by list and id.</summary>
static class FeedbackText
{
    /// <summary>How the text of a reviewer's decision begins, and no other.</summary>
    internal const string Beginning = "{\"feedback\":";

    internal static string Of(FeedbackRequest request, FeedbackTarget target) => JsonText.Of(json =>
    {
        json.WriteString("feedback", Words.Of(request.Action));
        json.WriteString("by", request.By);
        json.WriteString("why", request.Why);
        if (target.Item is { } item)
        {
            json.WriteNumber("item", item.Name.Number);
            json.WriteString("path", item.Name.Path);
        }

        if (target.Other is { } other)
        {
            json.WriteNumber("other", other.Name.Number);
            json.WriteString("otherPath", other.Name.Path);
        }

        if (target.Entry is { } entry)
        {
            json.WriteString("list", entry.Name.List);
            json.WriteString("entry", entry.Name.Entry);
            json.WriteNumber("entryNumber", entry.Number);
        }
    });

    /// <summary>An entry that matched too many contents.</summary>
    internal static string OfMany(EntryRow entry, long limit, QuarantineRule rule) => JsonText.Of(json =>
    {
        WriteQuarantine(json, entry, "too-many");
        json.WriteNumber("matched", entry.Matched);
        json.WriteNumber("mostBefore", entry.Most);
        json.WriteNumber("limit", limit);
        json.WriteNumber("floor", rule.Floor);
        json.WriteNumber("factor", rule.Factor);
    });

    /// <summary>An entry that reviewers found wrong too often.</summary>
    internal static string OfWrong(EntryRow entry, long right, long wrong, QuarantineRule rule) => JsonText.Of(json =>
    {
        WriteQuarantine(json, entry, "too-often-wrong");
        json.WriteNumber("right", right);
        json.WriteNumber("wrong", wrong);
        json.WriteNumber("leastWrong", rule.LeastWrong);
    });

    static void WriteQuarantine(Utf8JsonWriter json, EntryRow entry, string cause)
    {
        json.WriteString("quarantine", cause);
        json.WriteString("list", entry.Name.List);
        json.WriteString("entry", entry.Name.Entry);
        json.WriteNumber("entryNumber", entry.Number);
    }
}
