using HashMatch.Imaging;

namespace HashMatch.Cli.Output.Records;

/// <summary>An input that could not be evaluated.</summary>
/// <param name="Path">The input.</param>
/// <param name="Error">Why.</param>
sealed record EvalFailure(string Path, ImageError Error) : IRecord
{
    public string Schema => EvalRun.SchemaName;

    public string CsvHeader => EvalRun.Columns;

    public void WriteTo(JsonFields json)
    {
        json.Text("kind", "failed");
        json.Text("path", Path);
        json.ErrorIfAny("error", Error);
    }

    public void WriteTo(CsvCells cells) =>
        cells.Add("failed", null, null, null, null, null, null, null, null, Path, WireNames.Of(Error.Code), Error.Message, null, null, null);

    public void WriteTo(TextLines lines) => lines.Add($"failed  {Printable.Of(Path)}  {WireNames.Of(Error.Code)}: {Printable.Of(Error.Message)}");
}
