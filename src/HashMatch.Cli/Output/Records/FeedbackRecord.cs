using System.Globalization;
using HashMatch.Catalog;

namespace HashMatch.Cli.Output.Records;

/// <summary>A reviewer's decision as a catalogue holds it; it can be read back by <c>catalog feedback --from</c>.</summary>
sealed record FeedbackRecord(LoggedFeedback Said) : IRecord
{
    /// <summary>The columns of a table of these.</summary>
    internal const string Columns = "decision,decidedAt,action,by,why,item,other,list,entry";

    public string Schema => "hashmatch/feedback@1";

    public string CsvHeader => Columns;

    public void WriteTo(JsonFields json)
    {
        json.Number("decision", Said.Number);
        json.Text("decidedAt", TimeText.Of(Said.At));
        WriteSaid(json, Said);
    }

    public void WriteTo(CsvCells cells)
    {
        cells.Add(Said.Number);
        cells.Add(TimeText.Of(Said.At), WireNames.Of(Said.Action), Said.By, Said.Why, Said.Item?.Place, Said.Other?.Place,
            Said.Entry?.List, Said.Entry?.Entry);
    }

    public void WriteTo(TextLines lines) => lines.Add(string.Create(CultureInfo.InvariantCulture,
        $"{Said.Number}  {TimeText.Of(Said.At)}  {Describe(Said)}"));

    /// <summary>What was said, of what, by whom and why, as explanations have it too.</summary>
    internal static void WriteSaid(JsonFields json, LoggedFeedback said)
    {
        json.Text("action", WireNames.Of(said.Action));
        json.Text("by", said.By);
        json.Text("why", said.Why);
        json.TextIfAny("item", said.Item?.Place);
        json.TextIfAny("other", said.Other?.Place);
        json.TextIfAny("list", said.Entry?.List);
        json.TextIfAny("entry", said.Entry?.Entry);
    }

    /// <summary>The same as one line.</summary>
    internal static string Describe(LoggedFeedback said)
    {
        var about = string.Join(" and ", new[] { said.Item?.Place, said.Other?.Place, said.Entry?.ToString() }.OfType<string>());
        return $"{WireNames.Of(said.Action)} {Printable.Of(about)} by {Printable.Of(said.By)}: {Printable.Of(said.Why)}";
    }
}
