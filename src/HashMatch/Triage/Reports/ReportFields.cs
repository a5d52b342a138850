using System.Text.Json;
using HashMatch.Triage.Internals;

namespace HashMatch.Triage.Reports;

/// <summary>A report's fields from JSON.</summary>
static class ReportFields
{
    /// <summary>The report, or null if a field that must be there is missing; all that is wrong is noted.</summary>
    internal static Report? Read(JsonElement fields, ReportReadOptions options, FieldNotes notes)
    {
        string? id = null, source = null, jurisdiction = null, submitter = null, type = null;
        DateTimeOffset? incident = null, received = null;
        var escalated = false;
        IReadOnlyList<string> accounts = [];
        IReadOnlyList<ReportItem> items = [];
        List<JsonProperty>? extra = null;
        foreach (var field in fields.EnumerateObject())
        {
            if (!JsonObjects.TryName(field, notes, out var name))
            {
                continue;
            }

            var value = field.Value;
            if (value.ValueKind == JsonValueKind.Null && IsOptional(name))
            {
                continue;
            }

            notes.Enter(name);
            switch (name)
            {
                case "schema":
                    JsonObjects.ExpectSchema(value, ReportSchema.Id, notes);
                    break;
                case "id":
                    id = Text(value, notes);
                    break;
                case "source":
                    source = Text(value, notes);
                    break;
                case "jurisdiction":
                    jurisdiction = Text(value, notes);
                    break;
                case "submitter":
                    submitter = Text(value, notes);
                    break;
                case "incidentType":
                    type = Text(value, notes);
                    WarnOfType(type, options, notes);
                    break;
                case "incidentTime":
                    incident = Time(value, notes);
                    break;
                case "receivedTime":
                    received = Time(value, notes);
                    break;
                case "escalated":
                    JsonFields.TryFlag(value, notes, out escalated);
                    break;
                case "accounts":
                    accounts = JsonFields.Texts(value, ReportLimits.Text, ReportLimits.Accounts, notes);
                    break;
                case "items":
                    items = Items(value, notes);
                    break;
                default:
                    (extra ??= []).Add(field);
                    break;
            }

            notes.Leave();
        }

        JsonObjects.Require(fields, notes, "id", "incidentType", "incidentTime");
        var extraFields = ExtraText.Of(extra, notes);
        return id is null || type is null || incident is null ? null : new Report
        {
            Id = id,
            Source = source,
            Jurisdiction = jurisdiction,
            Submitter = submitter,
            IncidentType = type,
            IncidentTime = incident.Value,
            ReceivedTime = received,
            Escalated = escalated,
            Accounts = accounts,
            Items = items,
            ExtraFields = extraFields,
        };
    }

    static List<ReportItem> Items(JsonElement value, FieldNotes notes)
    {
        if (!JsonFields.IsArray(value, ReportLimits.Items, notes))
        {
            return [];
        }

        List<ReportItem> items = new(value.GetArrayLength());
        foreach (var item in value.EnumerateArray())
        {
            notes.Enter(items.Count);
            items.Add(ReportItemFields.Read(item, notes));
            notes.Leave();
        }

        return items;
    }

    static void WarnOfType(string? type, ReportReadOptions options, FieldNotes notes)
    {
        if (type is not null && options.IncidentTypes?.Contains(type) == false)
        {
            notes.Warn("is none of the incident types in use; it is kept as it is");
        }
    }

    static bool IsOptional(string name) =>
        name is "schema" or "source" or "jurisdiction" or "submitter" or "receivedTime" or "escalated" or "accounts" or "items";

    static string? Text(JsonElement value, FieldNotes notes) =>
        JsonFields.TryText(value, ReportLimits.Text, notes, out var text) ? text : null;

    static DateTimeOffset? Time(JsonElement value, FieldNotes notes) => JsonFields.TryTime(value, notes, out var time) ? time : null;
}
