using HashMatch.Triage;
using HashMatch.Triage.Links;
using HashMatch.Triage.Reports;

namespace HashMatch.Cli.Output.Records.Triage;

/// <summary>A queue's entry in JSON: the report, its factors, what it lacks, its group and its clock.</summary>
static class TriageFields
{
    internal static void Write(JsonFields json, TriageEntry entry, TriageView view)
    {
        WriteName(json, entry.Report);
        json.TextIfAny("jurisdiction", entry.Report.Jurisdiction);
        json.Text("status", WireNames.Of(entry.Status));
        json.Number("priority", entry.Priority);
        WriteFactors(json, entry.Factors);
        Write(json, entry.Completeness);
        if (entry.Group is { } group)
        {
            Write(json, group, view);
        }
        else
        {
            json.Json.WriteNull("group");
        }

        ItemCountFields.Write(json, entry.Items);
        json.Text("arrival", TimeText.Of(entry.Report.ArrivalTime));
        json.Text("deadline", TimeText.Of(entry.Clock.Deadline));
        json.Number("daysLeft", entry.Clock.DaysLeft);
        json.Json.WriteStartObject("rules");
        json.Text("version", entry.RulesVersion);
        json.Text("fingerprint", entry.RulesFingerprint);
        json.Json.WriteEndObject();
        json.Text("now", TimeText.Of(entry.PlacedAt));
    }

    /// <summary>The fields that name a report.</summary>
    internal static void WriteName(JsonFields json, Report report)
    {
        json.Text("report", report.Id);
        json.TextIfAny("source", report.Source);
    }

    /// <summary>The fields of a group.</summary>
    internal static void WriteGroup(JsonFields json, ReportGroup group, TriageView view)
    {
        json.Number("number", view.NumberOf(group));
        json.Number("size", group.Members.Count);
        json.Json.WriteStartObject("representative");
        WriteName(json, view.RepresentativeOf(group));
        json.Json.WriteEndObject();
        json.Texts("sources", group.Sources);
        json.Texts("jurisdictions", group.Jurisdictions);
        json.Json.WriteBoolean("crossSystem", group.CrossesSystems);
        json.Json.WriteBoolean("crossJurisdiction", group.CrossesJurisdictions);
    }

    static void Write(JsonFields json, ReportGroup group, TriageView view)
    {
        json.Json.WriteStartObject("group");
        WriteGroup(json, group, view);
        json.Json.WriteEndObject();
    }

    static void WriteFactors(JsonFields json, IReadOnlyList<Factor> factors)
    {
        json.Json.WriteStartArray("factors");
        foreach (var factor in factors)
        {
            json.Json.WriteStartObject();
            json.Text("factor", factor.Name);
            json.Number("points", factor.Points);
            json.Number("amount", factor.Amount);
            json.TextIfAny("subject", factor.Subject);
            json.Text("reason", factor.Reason);
            json.Json.WriteEndObject();
        }

        json.Json.WriteEndArray();
    }

    static void Write(JsonFields json, Completeness completeness)
    {
        json.Json.WriteStartObject("completeness");
        json.Text("level", Completeness.NameOf(completeness.Level));
        json.Texts("missingRequired", completeness.MissingRequired.Select(ReportPart.NamesOf));
        json.Texts("missingWanted", completeness.MissingWanted.Select(ReportPart.NamesOf));
        json.Texts("questions", completeness.Questions);
        json.Json.WriteEndObject();
    }
}
