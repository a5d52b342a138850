using HashMatch.Catalog;

namespace HashMatch.Cli.Output.Records;

/// <summary>A decision on one file with all it rests on, and what reviewers said of it.</summary>
sealed record ExplanationRecord(ExplainedDecision Explained) : IRecord
{
    /// <summary>The columns of a table of these.</summary>
    internal const string Columns = DecisionRecord.Columns + ",feedback";

    readonly DecisionRecord _decision = new(Explained.Decision);

    public string Schema => "hashmatch/explanation@1";

    public string CsvHeader => Columns;

    public void WriteTo(JsonFields json)
    {
        _decision.WriteTo(json);
        json.Json.WriteStartArray("feedback");
        foreach (var said in Explained.Feedback)
        {
            json.Json.WriteStartObject();
            json.Number("decision", said.Number);
            json.Text("decidedAt", TimeText.Of(said.At));
            FeedbackRecord.WriteSaid(json, said);
            json.Json.WriteEndObject();
        }

        json.Json.WriteEndArray();
    }

    public void WriteTo(CsvCells cells)
    {
        _decision.WriteTo(cells);
        cells.Add(string.Join("; ", Explained.Feedback.Select(FeedbackRecord.Describe)));
    }

    public void WriteTo(TextLines lines)
    {
        _decision.WriteTo(lines);
        foreach (var said in Explained.Feedback)
        {
            lines.Add($"    {TimeText.Of(said.At)}  {FeedbackRecord.Describe(said)}");
        }
    }
}
