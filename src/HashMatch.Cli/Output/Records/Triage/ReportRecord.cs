using System.Globalization;
using System.Text;
using HashMatch.Catalog.Triage;
using HashMatch.Triage;
using HashMatch.Triage.FollowUps;
using HashMatch.Triage.Reports;

namespace HashMatch.Cli.Output.Records.Triage;

/// <summary>One report with all that is known of it. In a table: a row an item.</summary>
/// <param name="Entry">The report as the queue has it.</param>
/// <param name="View">The queue.</param>
/// <param name="History">What the catalogue has of it.</param>
sealed record ReportRecord(TriageEntry Entry, TriageView View, ReportHistory History) : IRecord
{
    /// <summary>The columns of a table of these.</summary>
    internal const string Columns = ReportItemCells.Columns;

    public string Schema => "hashmatch/triage-report@1";

    public string CsvHeader => Columns;

    public void WriteTo(JsonFields json)
    {
        TriageFields.Write(json, Entry, View);
        WriteItems(json);
        json.Json.WriteStartArray("links");
        foreach (var link in View.Links.LinksOf(Entry.Position))
        {
            json.Json.WriteStartObject();
            LinkFields.Write(json, link, View, Entry.Position);
            json.Json.WriteEndObject();
        }

        json.Json.WriteEndArray();
        WriteHistory(json);
    }

    public void WriteTo(CsvCells cells)
    {
        for (var i = 0; i < Entry.Report.Items.Count; i++)
        {
            if (i > 0)
            {
                cells.EndRow();
            }

            ReportItemCells.Write(cells, Entry, i, View);
        }

        if (Entry.Report.Items.Count == 0)
        {
            ReportItemCells.Write(cells, Entry, -1, View);
        }
    }

    public void WriteTo(TextLines lines)
    {
        new TriageRecord(null, Entry, View).WriteTo(lines);
        for (var i = 0; i < Entry.Report.Items.Count; i++)
        {
            var verdict = Entry.Case.Verdicts[i] is { } known ? WireNames.Of(known.Verdict) : "undecided";
            lines.Add(string.Create(CultureInfo.InvariantCulture,
                $"  item {i}: {verdict}  {Printable.Of(Entry.Report.Items[i].ToString())}{(History.Items[i].Error is { } error ? "  " + Printable.Of(error) : "")}"));
        }

        foreach (var link in View.Links.LinksOf(Entry.Position))
        {
            lines.Add("  " + LinkFields.Describe(link, View, Entry.Position));
        }

        foreach (var revision in History.Revisions)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"  {TimeText.Of(revision.At)}  came with {revision.Report.Items.Count} items"));
        }

        foreach (var followUp in History.FollowUps)
        {
            lines.Add($"  {TimeText.Of(followUp.FollowUp.Time)}  {Printable.Of(followUp.FollowUp.OutcomeText)} by {Printable.Of(followUp.FollowUp.Reviewer ?? "")}: {Printable.Of(followUp.FollowUp.Note ?? "")}");
        }
    }

    void WriteItems(JsonFields json)
    {
        json.Json.WriteStartArray("decisions");
        foreach (var item in History.Items)
        {
            json.Json.WriteStartObject();
            json.Number("item", item.Position);
            json.Json.WriteString("verdict", Entry.Case.Verdicts[item.Position] is { } verdict ? WireNames.Of(verdict.Verdict) : null);
            json.TextIfAny("file", item.File);
            json.TextIfAny("error", item.Error);
            if (item.Evidence is { } evidence)
            {
                json.Json.WritePropertyName("evidence");
                json.Json.WriteRawValue(evidence);
            }

            json.Json.WriteEndObject();
        }

        json.Json.WriteEndArray();
    }

    void WriteHistory(JsonFields json)
    {
        json.Json.WriteStartArray("revisions");
        foreach (var revision in History.Revisions)
        {
            json.Json.WriteStartObject();
            json.Number("decision", revision.Number);
            json.Text("takenInAt", TimeText.Of(revision.At));
            json.Json.WritePropertyName("report");
            json.Json.WriteRawValue(ReportWriter.ToUtf8Bytes(revision.Report));
            json.Json.WriteEndObject();
        }

        json.Json.WriteEndArray();
        json.Json.WriteStartArray("followUps");
        foreach (var followUp in History.FollowUps)
        {
            json.Json.WriteStartObject();
            json.Number("decision", followUp.Number);
            json.Text("toldAt", TimeText.Of(followUp.At));
            json.Json.WritePropertyName("followUp");
            json.Json.WriteRawValue(Encoding.UTF8.GetString(FollowUpWriter.ToUtf8Bytes(followUp.FollowUp)));
            json.Json.WriteEndObject();
        }

        json.Json.WriteEndArray();
    }
}
