using System.Globalization;
using HashMatch.Evaluation.Alterations;
using HashMatch.Evaluation.Measuring;

namespace HashMatch.Cli.Output.Records;

/// <summary>What became of the copies of one alteration, by algorithm.</summary>
/// <param name="Report">The outcome.</param>
/// <param name="Index">The alteration's place in it.</param>
sealed record EvalAlteration(EvaluationReport Report, int Index) : IRecord
{
    const int NameWidth = 46;

    public string Schema => EvalRun.SchemaName;

    public string CsvHeader => EvalRun.Columns;

    Alteration Alteration => Report.Alterations[Index];

    public void WriteTo(JsonFields json)
    {
        json.Text("kind", "alteration");
        json.Text("alteration", Alteration.Name);
        json.Text("family", FamilyNames.Wire(Alteration.Family));
        json.Text("description", Alteration.Description);
        json.Json.WriteStartObject("algorithms");
        foreach (var algorithm in Report.Algorithms)
        {
            var outcome = algorithm.Outcomes[Index];
            json.Json.WriteStartObject(algorithm.Algorithm.Name);
            json.Number("copies", outcome.Same.Total);
            json.Number("gated", outcome.Gated);
            json.Number("notMade", outcome.NotMade);
            json.Json.WriteShare("recallAtDefault", outcome.Same.ShareWithin(algorithm.Algorithm.DefaultRadius));
            json.Json.WriteShare("recallAtRate", algorithm.RateRadius < 0 ? null : outcome.Same.ShareWithin(algorithm.RateRadius));
            json.Number("distinctPairs", outcome.Distinct.Total);
            json.Json.WriteShares("recall", outcome.Same, algorithm.Algorithm.MaxRadius, 1);
            json.Json.WriteShares("falsePerMillion", outcome.Distinct, algorithm.Algorithm.MaxRadius, 1e6);
            json.Json.WriteEndObject();
        }

        json.Json.WriteEndObject();
    }

    /// <summary>One row an algorithm and radius, of recall and then of false matches.</summary>
    public void WriteTo(CsvCells cells)
    {
        var isFirst = true;
        foreach (var algorithm in Report.Algorithms)
        {
            var outcome = algorithm.Outcomes[Index];
            foreach (var (kind, counts) in new[] { ("recall", outcome.Same), ("false-match", outcome.Distinct) })
            {
                if (!isFirst)
                {
                    cells.EndRow();
                }

                isFirst = false;
                EvalRows.Write(cells, kind, algorithm.Algorithm, Alteration.Name, FamilyNames.Wire(Alteration.Family), counts, outcome.Gated);
            }
        }
    }

    /// <summary>Recall in percent at each algorithm's default radius, with the number of gated copies behind it.</summary>
    public void WriteTo(TextLines lines)
    {
        if (Index == 0)
        {
            lines.Add("");
            lines.Add($"{"recall in % at default radii (gated)",-NameWidth}{string.Concat(Report.Algorithms.Select(algorithm => $"{algorithm.Algorithm.Name,10}    "))}".TrimEnd());
        }

        lines.Add($"{Alteration.Name,-NameWidth}{string.Concat(Report.Algorithms.Select(Cell))}".TrimEnd());
    }

    string Cell(AlgorithmReport algorithm)
    {
        var outcome = algorithm.Outcomes[Index];
        var recall = 100 * outcome.Same.ShareWithin(algorithm.Algorithm.DefaultRadius);
        return string.Create(CultureInfo.InvariantCulture, $"{recall,10:0.0}{(outcome.Gated > 0 ? $"({outcome.Gated})" : ""),-4}");
    }
}
