using System.Globalization;

namespace HashMatch.Cli.Output.Records;

/// <summary>A row of feedback that could not be used. It never repeats the row.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Reason">What is wrong with it.</param>
sealed record FeedbackRowRecord(long Line, string Reason) : IRecord
{
    public string Schema => "hashmatch/feedback-row@1";

    public string CsvHeader => "line,reason";

    public void WriteTo(JsonFields json)
    {
        json.Number("line", Line);
        json.Text("reason", Reason);
    }

    public void WriteTo(CsvCells cells)
    {
        cells.Add(Line);
        cells.Add(Reason);
    }

    public void WriteTo(TextLines lines) =>
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"line {Line}: {Printable.Of(Reason)}"));
}
