using System.Globalization;
using HashMatch.Triage;
using HashMatch.Triage.Reports;

namespace HashMatch.Cli.Output.Records.Triage;

/// <summary>A report's place in the queue and all it rests on.</summary>
/// <param name="Place">From 1; null for a report that is done with.</param>
/// <param name="Entry">The report as the queue has it.</param>
/// <param name="View">The queue.</param>
sealed record TriageRecord(int? Place, TriageEntry Entry, TriageView View) : IRecord
{
    /// <summary>The columns of a table of these.</summary>
    internal static string Columns { get; } = "place,report,source,jurisdiction,status,priority," +
        string.Join(',', Enum.GetValues<FactorKind>().Select(Factor.NameOf).Select(name => $"{name},{name}-amount,{name}-subject")) +
        ",completeness,missingRequired,missingWanted,group,groupSize,crossSystem,crossJurisdiction," + ItemCountFields.Columns +
        ",arrival,deadline,daysLeft,rules,fingerprint,now";

    public string Schema => "hashmatch/triage@1";

    public string CsvHeader => Columns;

    public void WriteTo(JsonFields json)
    {
        json.NumberOrNull("place", Place);
        TriageFields.Write(json, Entry, View);
    }

    public void WriteTo(CsvCells cells)
    {
        var (report, group) = (Entry.Report, Entry.Group);
        cells.Add(Place);
        cells.Add(report.Id, report.Source, report.Jurisdiction, WireNames.Of(Entry.Status));
        cells.Add(Entry.Priority);
        foreach (var factor in Entry.Factors)
        {
            cells.Add(factor.Points);
            cells.Add(factor.Amount);
            cells.Add(factor.Subject);
        }

        cells.Add(Completeness.NameOf(Entry.Completeness.Level), Names(Entry.Completeness.MissingRequired), Names(Entry.Completeness.MissingWanted));
        cells.Add(group is null ? null : View.NumberOf(group));
        cells.Add(group?.Members.Count);
        cells.Add(group?.CrossesSystems);
        cells.Add(group?.CrossesJurisdictions);
        ItemCountFields.Write(cells, Entry.Items);
        cells.Add(TimeText.Of(report.ArrivalTime), TimeText.Of(Entry.Clock.Deadline));
        cells.Add(Entry.Clock.DaysLeft);
        cells.Add(Entry.RulesVersion, Entry.RulesFingerprint, TimeText.Of(Entry.PlacedAt));
    }

    public void WriteTo(TextLines lines)
    {
        var group = Entry.Group is { } joined ? string.Create(CultureInfo.InvariantCulture, $", group {View.NumberOf(joined)} of {joined.Members.Count}") : "";
        var days = Entry.Clock.IsOverdue ? "overdue" : string.Create(CultureInfo.InvariantCulture, $"{Entry.Clock.DaysLeft} days left");
        lines.Add(string.Create(CultureInfo.InvariantCulture,
            $"{Place?.ToString(CultureInfo.InvariantCulture) ?? "-",5}  {Entry.Priority,5}  {Printable.Of(ReportName.Of(Entry.Report))}  {Completeness.NameOf(Entry.Completeness.Level)}, {days}{group}{(Entry.Status == CaseStatus.Open ? "" : ", " + WireNames.Of(Entry.Status))}"));
        foreach (var factor in Entry.Factors.Where(factor => factor.IsApplied))
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"       {factor.Points,5}  {factor.Name}: {Printable.Of(factor.Reason)}"));
        }

        if (Entry.Completeness.MissingRequired.Count > 0)
        {
            lines.Add($"              missing: {Names(Entry.Completeness.MissingRequired)}");
        }
    }

    static string Names(IReadOnlyList<ReportParts> parts) => string.Join("; ", parts.Select(ReportPart.NamesOf));
}
