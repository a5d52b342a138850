using System.Globalization;
using HashMatch.Triage.Links;

namespace HashMatch.Cli.Output.Records.Triage;

/// <summary>Reports that belong together. In a table: a row a report.</summary>
sealed record GroupRecord(ReportGroup Group, TriageView View) : IRecord
{
    /// <summary>The columns of a table of these.</summary>
    internal const string Columns = "group,size,report,source,jurisdiction,status,crossSystem,crossJurisdiction";

    public string Schema => "hashmatch/triage-group@1";

    public string CsvHeader => Columns;

    public void WriteTo(JsonFields json)
    {
        TriageFields.WriteGroup(json, Group, View);
        json.Json.WriteStartArray("members");
        foreach (var member in Group.Members)
        {
            json.Json.WriteStartObject();
            TriageFields.WriteName(json, View.Links.Reports[member]);
            json.TextIfAny("jurisdiction", View.Links.Reports[member].Jurisdiction);
            json.Text("status", WireNames.Of(View.EntryAt(member).Status));
            json.Json.WriteEndObject();
        }

        json.Json.WriteEndArray();
    }

    public void WriteTo(CsvCells cells)
    {
        for (var i = 0; i < Group.Members.Count; i++)
        {
            if (i > 0)
            {
                cells.EndRow();
            }

            var report = View.Links.Reports[Group.Members[i]];
            cells.Add(View.NumberOf(Group));
            cells.Add(Group.Members.Count);
            cells.Add(report.Id, report.Source, report.Jurisdiction, WireNames.Of(View.EntryAt(Group.Members[i]).Status));
            cells.Add(Group.CrossesSystems);
            cells.Add(Group.CrossesJurisdictions);
        }
    }

    public void WriteTo(TextLines lines)
    {
        lines.Add(string.Create(CultureInfo.InvariantCulture,
            $"group {View.NumberOf(Group)}: {Group.Members.Count} reports{(Group.CrossesSystems ? ", across systems" : "")}{(Group.CrossesJurisdictions ? ", across jurisdictions" : "")}"));
        foreach (var member in Group.Members)
        {
            lines.Add($"  {Printable.Of(ReportName.Of(View.Links.Reports[member]))}");
        }
    }
}
