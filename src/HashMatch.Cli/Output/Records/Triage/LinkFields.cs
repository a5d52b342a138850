using System.Globalization;
using HashMatch.Triage.Links;

namespace HashMatch.Cli.Output.Records.Triage;

/// <summary>What two reports have in common, in words and in JSON.</summary>
static class LinkFields
{
    /// <summary>Whether a link joins reports of two systems, where both name theirs.</summary>
    internal static bool CrossesSystems(ReportLink link, TriageView view) =>
        Differ(view.Links.Reports[link.First].Source, view.Links.Reports[link.Second].Source);

    /// <summary>Whether a link joins reports of two jurisdictions, where both name theirs.</summary>
    internal static bool CrossesJurisdictions(ReportLink link, TriageView view) =>
        Differ(view.Links.Reports[link.First].Jurisdiction, view.Links.Reports[link.Second].Jurisdiction);

    /// <param name="json">Where the fields go.</param>
    /// <param name="link">The link.</param>
    /// <param name="view">The queue.</param>
    /// <param name="from">The report the reader looks from: the other one is named; null to name both.</param>
    internal static void Write(JsonFields json, ReportLink link, TriageView view, int? from)
    {
        if (from is { } own)
        {
            TriageFields.WriteName(json, view.Links.Reports[own == link.First ? link.Second : link.First]);
        }
        else
        {
            Write(json, "first", link.First, view);
            Write(json, "second", link.Second, view);
        }

        json.Text("reason", ReportLink.NameOf(link.Reason));
        json.Number("strength", link.Strength);
        json.Number("count", link.Count);
        json.Number("sharing", link.Sharing);
        if (link.FirstItem >= 0)
        {
            var (ownItem, otherItem) = from == link.Second ? (link.SecondItem, link.FirstItem) : (link.FirstItem, link.SecondItem);
            json.Number(from is null ? "firstItem" : "item", ownItem);
            json.Number(from is null ? "secondItem" : "otherItem", otherItem);
        }

        if (link.Reason == LinkReason.NearHash)
        {
            json.Number("distance", link.Distance);
        }

        json.TextIfAny("subject", link.Subject);
        json.Json.WriteBoolean("crossSystem", CrossesSystems(link, view));
        json.Json.WriteBoolean("crossJurisdiction", CrossesJurisdictions(link, view));
    }

    /// <summary>A line for a person.</summary>
    internal static string Describe(ReportLink link, TriageView view, int? from)
    {
        var what = link.Reason switch
        {
            LinkReason.NearHash => string.Create(CultureInfo.InvariantCulture, $"{link.Distance} bits apart"),
            LinkReason.SameBytes => "an item of the same bytes",
            _ => $"'{link.Subject}'",
        };
        var names = from is { } own ? ReportName.Of(view.Links.Reports[own == link.First ? link.Second : link.First])
            : $"{ReportName.Of(view.Links.Reports[link.First])} - {ReportName.Of(view.Links.Reports[link.Second])}";
        var across = CrossingText.Of(CrossesSystems(link, view), CrossesJurisdictions(link, view));
        return Printable.Of(string.Create(CultureInfo.InvariantCulture, $"{link.Strength,3}  {names}  {ReportLink.NameOf(link.Reason)}: {what}{(across.Length > 0 ? ", " : "")}{across}"));
    }

    static void Write(JsonFields json, string name, int report, TriageView view)
    {
        json.Json.WriteStartObject(name);
        TriageFields.WriteName(json, view.Links.Reports[report]);
        json.Json.WriteEndObject();
    }

    static bool Differ(string? left, string? right) => left is not null && right is not null && left != right;
}
