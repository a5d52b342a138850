using System.Text.Json;
using HashMatch.Triage.Internals;

namespace HashMatch.Triage.FollowUps;

/// <summary>Reads follow-ups from JSON Lines, schema <c>hashmatch/follow-up@1</c>.</summary>
/// <remarks>
/// <c>report</c>, <c>time</c> and <c>outcome</c> must be there; <c>source</c>, <c>reviewer</c>, <c>confirmedLabels</c>,
/// <c>rejectedLabels</c> and <c>note</c> may. Other fields are kept. An outcome outside the closed set is a warning.
/// </remarks>
/// <param name="stream">The document, from the stream's position; left open.</param>
public sealed class FollowUpReader(Stream stream) : LineReader<FollowUp>(stream)
{
    const int MostText = 512;
    const int MostNote = 4096;
    const int MostLabels = 1_000;

    /// <summary>Reads one follow-up.</summary>
    /// <param name="utf8Json">Its JSON.</param>
    /// <param name="line">The line it stands on, for messages.</param>
    public static LineRow<FollowUp> Parse(ReadOnlySpan<byte> utf8Json, long line = 1)
    {
        FieldNotes notes = new(line);
        var followUp = JsonObjects.TryParseLine(utf8Json, MaxLineBytes, MaxDepth, notes, out var fields) ? Read(fields, notes) : null;
        return new LineRow<FollowUp>(line, notes.HasErrors ? null : followUp, notes.Problems);
    }

    private protected override LineRow<FollowUp> ParseLine(ReadOnlySpan<byte> line, long number) => Parse(line, number);

    static FollowUp? Read(JsonElement fields, FieldNotes notes)
    {
        string? report = null, source = null, outcome = null, reviewer = null, note = null;
        DateTimeOffset? time = null;
        IReadOnlyList<string> confirmed = [], rejected = [];
        List<JsonProperty>? extra = null;
        foreach (var field in fields.EnumerateObject())
        {
            if (!JsonObjects.TryName(field, notes, out var name))
            {
                continue;
            }

            var value = field.Value;
            if (value.ValueKind == JsonValueKind.Null &&
                name is "schema" or "source" or "reviewer" or "note" or "confirmedLabels" or "rejectedLabels")
            {
                continue;
            }

            notes.Enter(name);
            switch (name)
            {
                case "schema":
                    JsonObjects.ExpectSchema(value, FollowUp.SchemaId, notes);
                    break;
                case "report":
                    report = Text(value, MostText, notes);
                    break;
                case "source":
                    source = Text(value, MostText, notes);
                    break;
                case "time":
                    time = JsonFields.TryTime(value, notes, out var moment) ? moment : null;
                    break;
                case "outcome":
                    outcome = Text(value, MostText, notes);
                    if (outcome is not null && FollowUp.FindOutcome(outcome) is null)
                    {
                        notes.Warn("is none of the outcomes; the word is kept, and changes nothing");
                    }

                    break;
                case "reviewer":
                    reviewer = Text(value, MostText, notes);
                    break;
                case "note":
                    note = Text(value, MostNote, notes);
                    break;
                case "confirmedLabels":
                    confirmed = JsonFields.Texts(value, MostText, MostLabels, notes);
                    break;
                case "rejectedLabels":
                    rejected = JsonFields.Texts(value, MostText, MostLabels, notes);
                    break;
                default:
                    (extra ??= []).Add(field);
                    break;
            }

            notes.Leave();
        }

        JsonObjects.Require(fields, notes, "report", "time", "outcome");
        var extraFields = ExtraText.Of(extra, notes);
        return report is null || time is null || outcome is null ? null : new FollowUp
        {
            Report = report,
            Source = source,
            Time = time.Value,
            Outcome = FollowUp.FindOutcome(outcome),
            OutcomeText = outcome,
            Reviewer = reviewer,
            ConfirmedLabels = confirmed,
            RejectedLabels = rejected,
            Note = note,
            ExtraFields = extraFields,
        };
    }

    static string? Text(JsonElement value, int maxLength, FieldNotes notes) =>
        JsonFields.TryText(value, maxLength, notes, out var text) ? text : null;
}
