using System.Globalization;
using HashMatch.Triage.FollowUps;

namespace HashMatch.Cli.Output.Records.Triage;

/// <summary>What came from a system and what became of it. Shares are in thousandths, times in whole seconds.</summary>
/// <param name="Stats">The numbers.</param>
/// <param name="IsOverall">Whether they are those of all systems together.</param>
sealed record StatsRecord(SourceStats Stats, bool IsOverall) : IRecord
{
    /// <summary>The columns of a table of these.</summary>
    internal static string Columns { get; } = "scope,source,reports," + ItemCountFields.Columns +
        ",firstGenerationPermille,copiesRemoved,copiesRemovedPermille,lookedAt,medianToFirstLook,ninetiethToFirstLook," +
        string.Join(',', Enum.GetValues<FollowUpOutcome>().Select(FollowUp.NameOf)) +
        ",otherWords,outcomeKnown,outcomeUnknown,confirmedLabels,rejectedLabels,labelPrecisionPermille";

    public string Schema => "hashmatch/triage-stats@1";

    public string CsvHeader => Columns;

    string Scope => IsOverall ? "all" : "source";

    public void WriteTo(JsonFields json)
    {
        json.Text("scope", Scope);
        if (!IsOverall)
        {
            json.Json.WriteString("source", Stats.Source);
        }

        json.Number("reports", Stats.Reports);
        ItemCountFields.Write(json, Stats.Items);
        json.NumberIfAny("firstGenerationPermille", Stats.FirstGenerationPermille);
        json.Number("copiesRemoved", Stats.CopiesRemoved);
        json.NumberIfAny("copiesRemovedPermille", Stats.CopiesRemovedPermille);
        json.Number("lookedAt", Stats.LookedAt);
        json.NumberIfAny("medianToFirstLook", Seconds(Stats.MedianToFirstLook));
        json.NumberIfAny("ninetiethToFirstLook", Seconds(Stats.NinetiethToFirstLook));
        json.Json.WriteStartObject("outcomes");
        foreach (var outcome in Enum.GetValues<FollowUpOutcome>())
        {
            json.Number(FollowUp.NameOf(outcome), Stats.Outcomes.GetValueOrDefault(outcome));
        }

        json.Json.WriteEndObject();
        json.Number("otherWords", Stats.OtherWords);
        json.Number("outcomeKnown", Stats.OutcomeKnown);
        json.Number("outcomeUnknown", Stats.OutcomeUnknown);
        json.Number("confirmedLabels", Stats.ConfirmedLabels);
        json.Number("rejectedLabels", Stats.RejectedLabels);
        json.NumberIfAny("labelPrecisionPermille", Stats.LabelPrecisionPermille);
    }

    public void WriteTo(CsvCells cells)
    {
        cells.Add(Scope, Stats.Source);
        cells.Add(Stats.Reports);
        ItemCountFields.Write(cells, Stats.Items);
        foreach (var number in (ReadOnlySpan<long?>)[Stats.FirstGenerationPermille, Stats.CopiesRemoved, Stats.CopiesRemovedPermille, Stats.LookedAt, Seconds(Stats.MedianToFirstLook), Seconds(Stats.NinetiethToFirstLook)])
        {
            cells.Add(number);
        }

        foreach (var outcome in Enum.GetValues<FollowUpOutcome>())
        {
            cells.Add(Stats.Outcomes.GetValueOrDefault(outcome));
        }

        foreach (var number in (ReadOnlySpan<long?>)[Stats.OtherWords, Stats.OutcomeKnown, Stats.OutcomeUnknown, Stats.ConfirmedLabels, Stats.RejectedLabels, Stats.LabelPrecisionPermille])
        {
            cells.Add(number);
        }
    }

    public void WriteTo(TextLines lines)
    {
        var name = IsOverall ? "all systems" : Printable.Of(Stats.Source ?? "(no system named)");
        lines.Add(string.Create(CultureInfo.InvariantCulture,
            $"{name}: {Stats.Reports} reports, {Stats.Items.Total} items: {Percent(Stats.FirstGenerationPermille)} first-generation, {Stats.CopiesRemoved} copies removed ({Percent(Stats.CopiesRemovedPermille)})"));
        lines.Add(string.Create(CultureInfo.InvariantCulture,
            $"  {Stats.LookedAt} looked at, half of them within {Hours(Stats.MedianToFirstLook)}, nine in ten within {Hours(Stats.NinetiethToFirstLook)}; outcome of {Stats.OutcomeKnown} known, of {Stats.OutcomeUnknown} not; labels right: {Percent(Stats.LabelPrecisionPermille)} of {Stats.ConfirmedLabels + Stats.RejectedLabels} judged"));
    }

    static long? Seconds(TimeSpan? time) => (long?)time?.TotalSeconds;

    static string Percent(int? permille) => permille is { } share ? string.Create(CultureInfo.InvariantCulture, $"{share / 10m:0.0} %") : "-";

    static string Hours(TimeSpan? time) => time is { } span ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0.0} h") : "-";
}
