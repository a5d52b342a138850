using System.Globalization;
using HashMatch.Evaluation.Measuring;

namespace HashMatch.Cli.Output.Records;

/// <summary>What an evaluation was made of.</summary>
/// <param name="Report">The outcome.</param>
sealed record EvalRun(EvaluationReport Report) : IRecord
{
    internal const string SchemaName = "hashmatch/eval@1";

    /// <summary>The columns of a table of all records of an evaluation: one row a radius, of recall and of false matches.</summary>
    internal const string Columns =
        "kind,algorithm,alteration,family,radius,pairs,within,share,gated,path,error,message,pictures,failed,seed";

    public string Schema => SchemaName;

    public string CsvHeader => Columns;

    string Seed => Report.Seed.ToString(CultureInfo.InvariantCulture);

    public void WriteTo(JsonFields json)
    {
        json.Text("kind", "run");
        json.Text("version", EvaluationReport.Version);
        json.Number("pictures", Report.Pictures);
        json.Number("failed", Report.Failed);
        json.Number("samePairs", Report.SamePairs);
        json.Json.WriteNumber("seed", Report.Seed);
        json.Json.WriteNumber("rate", Report.PerMillion);
    }

    public void WriteTo(CsvCells cells)
    {
        cells.Add("run", null, null, null, null, null, null, null, null, null, null, null);
        cells.Add(Report.Pictures);
        cells.Add(Report.Failed);
        cells.Add(Seed);
    }

    public void WriteTo(TextLines lines) => lines.Add(string.Create(CultureInfo.InvariantCulture,
        $"{Report.Pictures} pictures, {Report.Failed} failed, {Report.Alterations.Count - 1} altered copies of each, {Report.SamePairs} pairs known to be the same left out, seed {Seed}"));
}
