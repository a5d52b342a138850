using System.Globalization;
using HashMatch.Catalog;

namespace HashMatch.Cli.Output.Records;

/// <summary>What a catalogue holds.</summary>
/// <param name="Path">The file.</param>
/// <param name="Info">What it says of itself.</param>
sealed record CatalogRecord(string Path, CatalogInfo Info) : IRecord
{
    /// <summary>The columns of a table of these.</summary>
    internal const string Columns =
        "catalog,version,profile,radius,reviewBand,minQuality,items,contents,groups,failures,runs,lists,decisions,head,verified,orientation,forms,feedback,vetoes,quarantined,reports,reportItems,followUps";

    public string Schema => "hashmatch/catalog@1";

    public string CsvHeader => Columns;

    public void WriteTo(JsonFields json)
    {
        json.Text("catalog", Path);
        json.Number("version", Info.Version);
        json.Text("profile", Info.Settings.Profile.Name);
        json.Number("radius", Info.Settings.Bounds.Radius);
        json.Number("reviewBand", Info.Settings.Bounds.ReviewBand);
        json.Number("minQuality", Info.Settings.Bounds.MinQuality);
        json.Json.WriteBoolean("orientation", Info.Settings.Oriented);
        json.Text("forms", WireNames.Of(Info.Settings.Forms));
        json.Number("items", Info.Items);
        json.Number("contents", Info.Contents);
        json.Number("groups", Info.Groups);
        json.Number("failures", Info.Failures);
        json.Number("runs", Info.Runs);
        json.Number("lists", Info.Lists);
        json.Number("decisions", Info.Decisions);
        json.Number("feedback", Info.Feedback);
        json.Number("vetoes", Info.Vetoes);
        json.Number("quarantined", Info.Quarantined);
        json.Number("reports", Info.Reports);
        json.Number("reportItems", Info.ReportItems);
        json.Number("followUps", Info.FollowUps);
        json.Text("head", Info.Head);
        json.Json.WriteBoolean("verified", Info.IsVerified);
    }

    public void WriteTo(CsvCells cells)
    {
        cells.Add(Path);
        cells.Add(Info.Version);
        cells.Add(Info.Settings.Profile.Name);
        cells.Add(Info.Settings.Bounds.Radius);
        cells.Add(Info.Settings.Bounds.ReviewBand);
        cells.Add(Info.Settings.Bounds.MinQuality);
        foreach (var count in (ReadOnlySpan<long>)[Info.Items, Info.Contents, Info.Groups, Info.Failures, Info.Runs, Info.Lists, Info.Decisions])
        {
            cells.Add(count);
        }

        cells.Add(Info.Head);
        cells.Add(Info.IsVerified);
        cells.Add(Info.Settings.Oriented);
        cells.Add(WireNames.Of(Info.Settings.Forms));
        foreach (var count in (ReadOnlySpan<long>)[Info.Feedback, Info.Vetoes, Info.Quarantined, Info.Reports, Info.ReportItems, Info.FollowUps])
        {
            cells.Add(count);
        }
    }

    public void WriteTo(TextLines lines)
    {
        lines.Add(string.Create(CultureInfo.InvariantCulture,
            $"{Printable.Of(Path)}: {Info.Items} items of {Info.Contents} contents in {Info.Groups} groups, {Info.Failures} unreadable; profile {Info.Settings.Profile.Name}, radius {Info.Settings.Bounds.Radius}"));
        lines.Add(string.Create(CultureInfo.InvariantCulture,
            $"{Info.Decisions} decisions of {Info.Runs} runs with {Info.Lists} lists, the last with link {Info.Head}{(Info.IsVerified ? ": all as they were written" : "")}"));
        if (Info.Feedback > 0 || Info.Quarantined > 0)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture,
                $"{Info.Feedback} decisions of reviewers, {Info.Vetoes} pairs kept apart, {Info.Quarantined} list entries in quarantine"));
        }

        if (Info.Reports > 0)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{Info.Reports} reports of {Info.ReportItems} items, {Info.FollowUps} follow-ups"));
        }
    }
}
