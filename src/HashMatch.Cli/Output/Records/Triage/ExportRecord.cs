using System.Globalization;

namespace HashMatch.Cli.Output.Records.Triage;

/// <summary>Reports that were written for case tools, and what the form could not carry.</summary>
/// <param name="Path">The file.</param>
/// <param name="To">The form.</param>
/// <param name="Reports">How many reports.</param>
/// <param name="Written">Items written.</param>
/// <param name="LeftOut">Items the form has no place for: those without a hash.</param>
/// <param name="Lost">How often each field was lost.</param>
sealed record ExportRecord(string Path, string To, int Reports, long Written, long LeftOut, IReadOnlyDictionary<string, long> Lost) : IRecord
{
    /// <summary>The columns of a table of these.</summary>
    internal const string Columns = "output,to,reports,written,leftOut,lost";

    public string Schema => "hashmatch/triage-export@1";

    public string CsvHeader => Columns;

    public void WriteTo(JsonFields json)
    {
        json.Text("output", Path);
        json.Text("to", To);
        json.Number("reports", Reports);
        json.Number("written", Written);
        json.Number("leftOut", LeftOut);
        json.CountsOf("lost", Lost);
    }

    public void WriteTo(CsvCells cells)
    {
        cells.Add(Path, To);
        cells.Add(Reports);
        cells.Add(Written);
        cells.Add(LeftOut);
        cells.Add(CountText.Of(Lost));
    }

    public void WriteTo(TextLines lines) => lines.Add(string.Create(CultureInfo.InvariantCulture,
        $"{Reports} reports -> {Printable.Of(Path)} ({To}): {Written} items written, {LeftOut} left out"));
}
