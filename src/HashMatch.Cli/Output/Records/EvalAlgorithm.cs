using System.Globalization;
using System.Text.Json;
using HashMatch.Evaluation.Measuring;

namespace HashMatch.Cli.Output.Records;

/// <summary>What one algorithm did over all pictures.</summary>
/// <param name="Report">The outcome.</param>
/// <param name="PerMillion">False matches in a million distinct pairs that were to be kept.</param>
sealed record EvalAlgorithm(AlgorithmReport Report, double PerMillion) : IRecord
{
    public string Schema => EvalRun.SchemaName;

    public string CsvHeader => EvalRun.Columns;

    OperatingPoint AtDefault => Report.At(Report.Algorithm.DefaultRadius);

    public void WriteTo(JsonFields json)
    {
        json.Text("kind", "algorithm");
        json.Text("algorithm", Report.Algorithm.Name);
        json.Text("description", Report.Algorithm.Description);
        json.Number("maxDistance", Report.Algorithm.MaxDistance);
        json.Number("gated", Report.GatedOriginals);
        json.Number("copies", Report.Same.Total);
        json.Number("originalPairs", Report.Originals.Total);
        json.Number("copyPairs", Report.Copies.Total);
        json.Json.WriteStartObject("atDefault");
        Write(json.Json, AtDefault);
        json.Json.WriteEndObject();
        json.Json.WriteStartObject("atRate");
        json.Json.WriteNumber("rate", PerMillion);
        if (Report.RateRadius >= 0)
        {
            Write(json.Json, Report.At(Report.RateRadius));
        }

        json.Json.WriteEndObject();
        json.Json.WriteStartArray("roc");
        for (var radius = 0; radius <= Report.Algorithm.MaxRadius; radius++)
        {
            json.Json.WriteStartObject();
            Write(json.Json, Report.At(radius));
            json.Json.WriteNumber("oneIn", Report.Distinct, radius);
            json.Json.WriteEndObject();
        }

        json.Json.WriteEndArray();
        json.Json.WriteStartObject("distances");
        json.Json.WriteNumbers("same", Report.Same.Counts);
        json.Json.WriteNumbers("originals", Report.Originals.Counts);
        json.Json.WriteNumbers("copies", Report.Copies.Counts);
        json.Json.WriteEndObject();
    }

    /// <summary>One row a radius for all altered copies, and one for all distinct pairs.</summary>
    public void WriteTo(CsvCells cells)
    {
        EvalRows.Write(cells, "recall", Report.Algorithm, "", "", Report.Same, Report.GatedOriginals);
        cells.EndRow();
        EvalRows.Write(cells, "false-match", Report.Algorithm, "", "", Report.Distinct, Report.GatedOriginals);
    }

    public void WriteTo(TextLines lines)
    {
        lines.Add("");
        lines.Add($"{Report.Algorithm.Name}: {Report.Algorithm.Description}");
        lines.Add(string.Create(CultureInfo.InvariantCulture,
            $"  {Report.Same.Total:#,0} altered copies, {Report.Originals.Total:#,0} pairs of originals, {Report.Copies.Total:#,0} pairs of a copy and another original, {Report.GatedOriginals} originals gated"));
        lines.Add($"  default   {Describe(AtDefault)}");
        lines.Add(Report.RateRadius < 0
            ? string.Create(CultureInfo.InvariantCulture, $"  no radius gives at most {PerMillion} per million")
            : string.Create(CultureInfo.InvariantCulture, $"  <= {PerMillion}/10⁶  {Describe(Report.At(Report.RateRadius))}"));
    }

    static string Describe(OperatingPoint point) => string.Create(CultureInfo.InvariantCulture,
        $"radius {point.Radius,3}: recall {100 * point.Recall:0.0} %, {point.FalseMatches:#,0} false matches, {point.PerMillion:0.###} per million (95 %: below {point.UpperPerMillion:0.##} if all pairs count, {point.UpperPerMillionOriginals:0.##} by originals alone)");

    static void Write(Utf8JsonWriter json, OperatingPoint point)
    {
        json.WriteNumber("radius", point.Radius);
        json.WriteShare("recall", point.Recall);
        json.WriteNumber("falseMatches", point.FalseMatches);
        json.WriteShare("falsePerMillion", point.PerMillion);
        json.WriteShare("upperPerMillion", point.UpperPerMillion);
        json.WriteShare("upperPerMillionOriginals", point.UpperPerMillionOriginals);
    }
}
