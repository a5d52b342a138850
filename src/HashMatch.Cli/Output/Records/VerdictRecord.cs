using System.Globalization;
using HashMatch.Cli.Pipeline;
using HashMatch.Hashers;
using HashMatch.Matching;

namespace HashMatch.Cli.Output.Records;

/// <summary>One input's verdict: what was read of it and what was decided.</summary>
sealed record VerdictRecord(HashedFile File, Decision Decision) : IRecord
{
    /// <summary>The columns of a table of these.</summary>
    internal const string Columns =
        "path,verdict,basis,attention,reason,hash,quality,profile,matches,list,entry,algorithm,distance,labels,firstGeneration,firstGenerationDistance,partial,error,message,transform,firstGenerationTransform,firstGenerationRegions,vetoed";

    public string Schema => "hashmatch/verdict@1";

    public string CsvHeader => Columns;

    public void WriteTo(JsonFields json)
    {
        json.Text("path", File.Path);
        WriteDecision(json, Decision);
        json.HashOf(File);
        json.Json.WriteStartArray("matches");
        foreach (var match in Decision.Matches)
        {
            WriteMatch(json, match);
        }

        json.Json.WriteEndArray();
        WriteFirstGeneration(json);
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
            File.IsPartial ? "true" : null,
            File.ErrorCode,
            File.Error?.Message,
            deciding is null ? null : WireNames.Of(deciding.Transform),
            Decision.FirstGeneration is { } first ? WireNames.TransformOf(first) : null);
        cells.Add(Decision.FirstGeneration?.Agreement?.Regions);
        cells.Add(VetoFields.CountOf(Decision));
    }

    public void WriteTo(TextLines lines)
    {
        var why = Decision.Verdict switch
        {
            Verdict.Known or Verdict.Suppressed => ExplainMatch(),
            Verdict.Repeat when Decision.Basis == MatchBasis.Exact => $"same bytes as {Printable.Of(Decision.FirstGeneration!.Path)}",
            Verdict.Repeat => ExplainFirst(Decision.FirstGeneration!),
            Verdict.Uncertain => ExplainUncertain(),
            Verdict.Failed => $"{File.ErrorCode}: {Printable.Of(File.Error!.Message)}",
            _ => "",
        };
        why = string.Join("; ", new[] { why, VetoFields.Describe(Decision) }.Where(part => part.Length > 0));
        lines.Add($"{WireNames.Of(Decision.Verdict),-16}  {Printable.Of(File.Path)}{(why.Length > 0 ? "  " : "")}{why}");
    }

    /// <summary>The decision itself, as comparisons have it too.</summary>
    internal static void WriteDecision(JsonFields json, Decision decision)
    {
        json.Text("verdict", WireNames.Of(decision.Verdict));
        if (decision.Basis is { } basis)
        {
            json.Text("basis", WireNames.Of(basis));
        }
        else
        {
            json.Json.WriteNull("basis");
        }

        json.Text("attention", WireNames.Of(decision.Attention));
        json.TextIfAny("reason", decision.Reason is { } reason ? WireNames.Of(reason) : null);
    }

    static void WriteMatch(JsonFields json, Match match)
    {
        json.Json.WriteStartObject();
        json.Text("list", match.List);
        json.Json.WriteString("version", match.Version);
        json.Text("role", WireNames.Of(match.Role));
        json.Text("entry", match.Entry);
        json.Text("algorithm", match.Algorithm);
        json.Number("distance", match.Distance);
        json.Number("radius", match.Radius);
        json.Text("transform", WireNames.Of(match.Transform));
        json.Json.WriteStartArray("labels");
        foreach (var label in match.Labels)
        {
            json.Json.WriteStringValue(label);
        }

        json.Json.WriteEndArray();
        if (match.IsHeld)
        {
            json.Json.WriteBoolean("quarantined", true);
        }

        if (match.Basis == MatchBasis.Near)
        {
            json.Number("oneIn", DistinctPairs.OneIn(match.Distance));
        }

        json.Json.WriteEndObject();
    }

    void WriteFirstGeneration(JsonFields json)
    {
        if (Decision.FirstGeneration is not { } first)
        {
            json.Json.WriteNull("firstGeneration");
            return;
        }

        json.Json.WriteStartObject("firstGeneration");
        json.Text("path", first.Path);
        json.NumberIfAny("distance", first.Distance);
        json.Text("transform", WireNames.TransformOf(first));
        json.TextIfAny("trimmed", first.Trimmed == BorderKind.None ? null : WireNames.Of(first.Trimmed));
        json.AgreementIfAny(first.Agreement);
        json.Json.WriteEndObject();
    }

    string ExplainUncertain()
    {
        if (Decision is { Reason: UncertainReason.RegionMatch, FirstGeneration.Agreement: { } agreement })
        {
            return Explanations.OfAgreement(agreement, Printable.Of(Decision.FirstGeneration.Path));
        }

        if (Decision.Reason == UncertainReason.Quarantined)
        {
            return $"in quarantine: {ExplainMatch()}";
        }

        if (Decision.Reason != UncertainReason.ReviewBand)
        {
            return Explanations.OfGate(Decision.Reason, File.Pdq!.Value);
        }

        var near = Decision.FirstGeneration is { } first ? ExplainFirst(first) : "";
        var lists = ExplainMatch();
        return $"review band: {near}{(near.Length > 0 && lists.Length > 0 ? ", " : "")}{lists}";
    }

    static string ExplainFirst(FirstSighting first)
    {
        var trimmed = first.Trimmed == BorderKind.None ? "" : $" without its {WireNames.Of(first.Trimmed)}";
        return string.Create(CultureInfo.InvariantCulture, $"{first.Distance} bits from {Printable.Of(first.Path)}{trimmed}{Explanations.After(first.Transform)}");
    }

    string ExplainMatch()
    {
        if (Decision.DecidingMatch is not { } deciding)
        {
            return "";
        }

        var how = deciding.Basis == MatchBasis.Exact
            ? $"same {deciding.Algorithm} as"
            : string.Create(CultureInfo.InvariantCulture, $"{deciding.Distance} bits from");
        var labels = deciding.Labels.Count > 0 ? $" [{Printable.Of(string.Join(", ", deciding.Labels))}]" : "";
        var more = Decision.Matches.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" and {Decision.Matches.Count - 1} more") : "";
        return $"{how} {Printable.Of(deciding.List)} #{Printable.Of(deciding.Entry)}{labels}{Explanations.After(deciding.Transform)}{more}";
    }
}
