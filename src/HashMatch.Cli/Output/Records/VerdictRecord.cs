using HashMatch.Cli.Files;
using HashMatch.Matching;

namespace HashMatch.Cli.Output.Records;

/// <summary>One input's verdict: what was read of it and what was decided.</summary>
sealed record VerdictRecord(HashedFile File, Decision Decision) : IRecord
{
    /// <summary>The columns of a table of these. Those of a match are the one that decided; <c>allLabels</c> are of all that count.</summary>
    internal const string Columns =
        "path,verdict,basis,attention,reason,hash,quality,profile,matches,list,entry,algorithm,distance,labels,firstGeneration,firstGenerationDistance,partial,error,message,transform,firstGenerationTransform,firstGenerationRegions,allLabels,conflicts,vetoed";

    public string Schema => "hashmatch/verdict@1";

    public string CsvHeader => Columns;

    public void WriteTo(JsonFields json)
    {
        json.Text("path", File.Path);
        DecisionFields.WriteVerdict(json, Decision);
        json.HashOf(File);
        DecisionFields.WriteEvidence(json, Decision);
        VetoFields.WriteIfAny(json, Decision);
        json.Tail(File);
    }

    public void WriteTo(CsvCells cells)
    {
        var deciding = Decision.DecidingMatch;
        cells.Add(
            File.Path,
            WireNames.Of(Decision.Verdict),
            Decision.Basis is { } basis ? WireNames.Of(basis) : null,
            WireNames.Of(Decision.Attention),
            Decision.Reason is { } reason ? WireNames.Of(reason) : null,
            File.Pdq?.Hash.ToString());
        cells.Add(File.Pdq?.Quality);
        cells.Add(File.Profile);
        cells.Add(Decision.Matches.Count);
        cells.Add(deciding?.List, deciding?.Entry, deciding?.Algorithm);
        cells.Add(deciding?.Distance);
        cells.Add(deciding is null ? null : string.Join(';', deciding.Labels), Decision.FirstGeneration?.Path);
        cells.Add(Decision.FirstGeneration?.Distance);
        cells.Add(
            File.Picture.IsPartial ? "true" : null,
            File.ErrorCode,
            File.Error?.Message,
            deciding is null ? null : WireNames.Of(deciding.Transform),
            Decision.FirstGeneration is { } first ? WireNames.TransformOf(first) : null);
        cells.Add(Decision.FirstGeneration?.Agreement?.Regions);
        cells.Add(string.Join(';', Decision.Labels), string.Join(';', Decision.Conflicts.Select(Explanations.OfConflict)));
        cells.Add(VetoFields.CountOf(Decision));
    }

    public void WriteTo(TextLines lines)
    {
        var why = DecisionExplanation.Of(File, Decision);
        lines.Add($"{WireNames.Of(Decision.Verdict),-16}  {Printable.Of(File.Path)}{(why.Length > 0 ? "  " : "")}{why}");
    }
}
