using System.Globalization;
using HashMatch.Triage.Links;

namespace HashMatch.Cli.Output.Records.Triage;

/// <summary>Something so many reports have in common that it joins no group.</summary>
sealed record CommonThingRecord(CommonThing Common, TriageView View) : IRecord
{
    public string Schema => "hashmatch/triage-common@1";

    public string CsvHeader => "reason,hub,hubSource,reports,unlistedPairs,subject";

    public void WriteTo(JsonFields json)
    {
        json.Text("reason", ReportLink.NameOf(Common.Reason));
        json.Json.WriteStartObject("hub");
        TriageFields.WriteName(json, View.Links.Reports[Common.Hub]);
        json.Json.WriteEndObject();
        json.Number("reports", Common.Reports);
        json.Number("unlistedPairs", Common.UnlistedPairs);
        json.TextIfAny("subject", Common.Subject);
    }

    public void WriteTo(CsvCells cells)
    {
        var hub = View.Links.Reports[Common.Hub];
        cells.Add(ReportLink.NameOf(Common.Reason), hub.Id, hub.Source);
        cells.Add(Common.Reports);
        cells.Add(Common.UnlistedPairs);
        cells.Add(Common.Subject);
    }

    public void WriteTo(TextLines lines) => lines.Add(string.Create(CultureInfo.InvariantCulture,
        $"common: {ReportLink.NameOf(Common.Reason)} of {Printable.Of(ReportName.Of(View.Links.Reports[Common.Hub]))} and {Common.Reports - 1} other reports joins no group"));
}
