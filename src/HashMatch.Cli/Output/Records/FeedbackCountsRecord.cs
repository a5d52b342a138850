using System.Globalization;

namespace HashMatch.Cli.Output.Records;

/// <summary>What became of many rows of feedback.</summary>
/// <param name="Rows">All that were read, blank lines apart.</param>
/// <param name="Accepted">Taken in.</param>
/// <param name="Rejected">Could not be used; with those taken in they make all.</param>
sealed record FeedbackCountsRecord(long Rows, long Accepted, long Rejected) : IRecord
{
    public string Schema => "hashmatch/feedback-counts@1";

    public string CsvHeader => "rows,accepted,rejected";

    public void WriteTo(JsonFields json)
    {
        json.Number("rows", Rows);
        json.Number("accepted", Accepted);
        json.Number("rejected", Rejected);
    }

    public void WriteTo(CsvCells cells)
    {
        cells.Add(Rows);
        cells.Add(Accepted);
        cells.Add(Rejected);
    }

    public void WriteTo(TextLines lines) =>
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"{Rows} rows: {Accepted} taken in, {Rejected} could not be used"));
}
