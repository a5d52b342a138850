using HashMatch.Triage.Links;

namespace HashMatch.Cli.Output.Records.Triage;

/// <summary>Two reports that have something in common.</summary>
sealed record LinkRecord(ReportLink Link, TriageView View) : IRecord
{
    /// <summary>The columns of a table of these.</summary>
    internal const string Columns =
        "first,firstSource,second,secondSource,reason,strength,count,sharing,firstItem,secondItem,distance,subject,crossSystem,crossJurisdiction";

    public string Schema => "hashmatch/triage-link@1";

    public string CsvHeader => Columns;

    public void WriteTo(JsonFields json) => LinkFields.Write(json, Link, View, from: null);

    public void WriteTo(CsvCells cells)
    {
        var (first, second) = (View.Links.Reports[Link.First], View.Links.Reports[Link.Second]);
        cells.Add(first.Id, first.Source, second.Id, second.Source, ReportLink.NameOf(Link.Reason));
        cells.Add(Link.Strength);
        cells.Add(Link.Count);
        cells.Add(Link.Sharing);
        cells.Add(Link.FirstItem >= 0 ? Link.FirstItem : null);
        cells.Add(Link.SecondItem >= 0 ? Link.SecondItem : null);
        cells.Add(Link.Reason == LinkReason.NearHash ? Link.Distance : null);
        cells.Add(Link.Subject);
        cells.Add(LinkFields.CrossesSystems(Link, View));
        cells.Add(LinkFields.CrossesJurisdictions(Link, View));
    }

    public void WriteTo(TextLines lines) => lines.Add(LinkFields.Describe(Link, View, from: null));
}
