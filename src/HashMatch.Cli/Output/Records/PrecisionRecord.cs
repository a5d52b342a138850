using System.Globalization;
using HashMatch.Catalog;

namespace HashMatch.Cli.Output.Records;

/// <summary>How a list or one of its entries did by the word of reviewers.</summary>
sealed record PrecisionRecord(EntryPrecision Precision) : IRecord
{
    /// <summary>The columns of a table of these.</summary>
    internal const string Columns = "list,entry,matches,confirmed,rejected,vetoed,open,permille,held,quarantined";

    public string Schema => "hashmatch/precision@1";

    public string CsvHeader => Columns;

    public void WriteTo(JsonFields json)
    {
        json.Text("list", Precision.List);
        json.Json.WriteString("entry", Precision.Entry);
        json.Number("matches", Precision.Matches);
        json.Number("confirmed", Precision.Confirmed);
        json.Number("rejected", Precision.Rejected);
        json.Number("vetoed", Precision.Vetoed);
        json.Number("open", Precision.Open);
        json.NumberOrNull("permille", Precision.Permille);
        json.Number("held", Precision.Held);
        json.Number("quarantined", Precision.Quarantined);
    }

    public void WriteTo(CsvCells cells)
    {
        cells.Add(Precision.List, Precision.Entry);
        foreach (var count in (ReadOnlySpan<long?>)[Precision.Matches, Precision.Confirmed, Precision.Rejected, Precision.Vetoed, Precision.Open, Precision.Permille, Precision.Held, Precision.Quarantined])
        {
            cells.Add(count);
        }
    }

    public void WriteTo(TextLines lines)
    {
        var name = Precision.Entry is { } entry ? $"  #{Printable.Of(entry)} of {Printable.Of(Precision.List)}" : Printable.Of(Precision.List);
        var right = Precision.Judged == 0 ? "none judged"
            : string.Create(CultureInfo.InvariantCulture, $"{Precision.Confirmed} of {Precision.Judged} judged are right, {Precision.Rejected} rejected, {Precision.Vetoed} vetoed");
        var quarantined = Precision.Quarantined == 0 ? ""
            : Precision.Entry is not null ? string.Create(CultureInfo.InvariantCulture, $"; in quarantine, {Precision.Held} held back")
            : string.Create(CultureInfo.InvariantCulture, $"; {Precision.Quarantined} entries in quarantine");
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"{name}: {Precision.Matches} matches, {right}{quarantined}"));
    }
}
