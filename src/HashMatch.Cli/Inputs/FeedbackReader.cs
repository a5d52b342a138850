using System.Text.Json;
using HashMatch.Catalog;

namespace HashMatch.Cli.Inputs;

/// <summary>Reads reviewers' decisions, one JSON object a line, of schema <c>hashmatch/feedback@1</c> or without a schema.</summary>
static class FeedbackReader
{
    const string Schema = "hashmatch/feedback@1";

    /// <summary>The decision a line holds, or why it holds none.</summary>
    /// <param name="line">The line.</param>
    /// <param name="by">Who decided where the line does not say.</param>
    /// <param name="why">Why, where the line does not say.</param>
    internal static (FeedbackRequest? Request, string? Fault) Read(string line, string? by, string? why)
    {
        try
        {
            var json = JsonElement.Parse(line);
            if (json.ValueKind != JsonValueKind.Object || Text(json, "schema") is not (null or Schema))
            {
                return (null, $"the line is no record of schema {Schema}.");
            }

            return Action(Text(json, "action")) is { } action
                ? (new FeedbackRequest(action, Text(json, "by") ?? by ?? "", Text(json, "why") ?? why ?? "")
                {
                    Item = Text(json, "item"),
                    Other = Text(json, "other"),
                    List = Text(json, "list"),
                    Entry = Text(json, "entry"),
                }, null)
                : (null, "'action' is none of confirm, reject, veto and release.");
        }
        catch (JsonException)
        {
            return (null, "the line is no JSON object.");
        }
        catch (InvalidOperationException)
        {
            return (null, "a field that must be text is none.");
        }
    }

    /// <summary>The action of that name, or null.</summary>
    internal static FeedbackAction? Action(string? name)
    {
        foreach (var action in Enum.GetValues<FeedbackAction>())
        {
            if (WireNames.Of(action) == name)
            {
                return action;
            }
        }

        return null;
    }

    static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetString() : null;
}
