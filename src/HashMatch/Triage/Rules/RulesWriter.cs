using System.Buffers;
using System.Text;
using System.Text.Json;
using HashMatch.Triage.Internals;
using HashMatch.Triage.Reports;

namespace HashMatch.Triage.Rules;

/// <summary>Rules as JSON with every field, in a fixed order: what their fingerprint is taken of.</summary>
static class RulesWriter
{
    internal static string Write(TriageRules rules, bool indented)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, ExtraText.WriterOptions with { Indented = indented, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("schema", TriageRules.SchemaId);
            json.WriteString("version", rules.Version);
            Write(json, rules.Factors);
            json.WriteStartObject("preservation");
            json.WriteNumber("defaultDays", rules.Preservation.DefaultDays);
            WriteTable(json, "jurisdictions", rules.Preservation.Jurisdictions);
            json.WriteEndObject();
            json.WriteStartObject("referral");
            WriteParts(json, "required", rules.Referral.Required);
            WriteParts(json, "wanted", rules.Referral.Wanted);
            json.WriteEndObject();
            Write(json, rules.Links);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    static void Write(Utf8JsonWriter json, FactorRules factors)
    {
        json.WriteStartObject("factors");
        json.WriteNumber("escalation", factors.Escalation);
        json.WriteStartObject("severity");
        WriteTable(json, "labels", factors.Labels);
        json.WriteNumber("otherLabels", factors.OtherLabels);
        json.WriteEndObject();
        json.WriteStartObject("incidentType");
        WriteTable(json, "types", factors.IncidentTypes);
        json.WriteNumber("otherTypes", factors.OtherIncidentTypes);
        json.WriteEndObject();
        WriteCount(json, "firstGeneration", factors.FirstGeneration);
        WriteCount(json, "unclearItems", factors.UnclearItems);
        json.WriteStartObject("newInformation");
        json.WriteNumber("place", factors.NewPlace);
        json.WriteNumber("device", factors.NewDevice);
        json.WriteNumber("account", factors.NewAccount);
        json.WriteEndObject();
        WriteCount(json, "sources", factors.Sources);
        WriteCount(json, "linkedReports", factors.LinkedReports);
        WriteSteps(json, "preservation", factors.Preservation);
        WriteSteps(json, "ageFloor", factors.AgeFloor);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, LinkRules links)
    {
        json.WriteStartObject("links");
        json.WriteNumber("sameBytes", links.SameBytes);
        json.WriteNumber("radius", links.Radius);
        json.WriteNumber("minQuality", links.MinQuality);
        json.WriteNumber("sameHash", links.SameHash);
        json.WriteNumber("hashAtRadius", links.HashAtRadius);
        json.WriteNumber("account", links.Account);
        json.WriteNumber("device", links.Device);
        json.WriteNumber("groupAtLeast", links.GroupAtLeast);
        json.WriteNumber("commonAbove", links.CommonAbove);
        json.WriteEndObject();
    }

    static void WriteTable(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, int> table)
    {
        json.WriteStartObject(name);
        foreach (var (word, number) in table)
        {
            json.WriteNumber(word, number);
        }

        json.WriteEndObject();
    }

    static void WriteCount(Utf8JsonWriter json, string name, CountRule rule)
    {
        json.WriteStartObject(name);
        json.WriteNumber("any", rule.Any);
        json.WriteNumber("pointsEach", rule.PointsEach);
        json.WriteNumber("most", rule.Most);
        json.WriteEndObject();
    }

    static void WriteSteps(Utf8JsonWriter json, string name, IReadOnlyList<DayStep> steps)
    {
        json.WriteStartArray(name);
        foreach (var step in steps)
        {
            json.WriteStartObject();
            json.WriteNumber("days", step.Days);
            json.WriteNumber("points", step.Points);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void WriteParts(Utf8JsonWriter json, string name, IReadOnlyList<ReportParts> all)
    {
        json.WriteStartArray(name);
        foreach (var parts in all)
        {
            json.WriteStartArray();
            foreach (var part in ReportPart.EachNameOf(parts))
            {
                json.WriteStringValue(part);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
