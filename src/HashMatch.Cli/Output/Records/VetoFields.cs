using HashMatch.Matching;

namespace HashMatch.Cli.Output.Records;

/// <summary>What would have decided an input but for a veto, in records of verdicts.</summary>
static class VetoFields
{
    /// <summary>Entries first, then earlier inputs, each with the distance that was not heeded.</summary>
    internal static void WriteIfAny(JsonFields json, Decision decision)
    {
        if (CountOf(decision) is null)
        {
            return;
        }

        json.Json.WriteStartArray("vetoed");
        foreach (var match in decision.VetoedMatches)
        {
            json.Json.WriteStartObject();
            json.Text("list", match.List);
            json.Json.WriteString("version", match.Version);
            json.Text("entry", match.Entry);
            json.Number("distance", match.Distance);
            json.Text("transform", WireNames.Of(match.Transform));
            json.Json.WriteEndObject();
        }

        foreach (var first in decision.VetoedFirsts)
        {
            json.Json.WriteStartObject();
            json.Text("path", first.Path);
            json.NumberIfAny("distance", first.Distance);
            json.Text("transform", WireNames.TransformOf(first));
            json.Json.WriteEndObject();
        }

        json.Json.WriteEndArray();
    }

    /// <summary>How many there are; null without any.</summary>
    internal static int? CountOf(Decision decision) =>
        decision.VetoedMatches.Count + decision.VetoedFirsts.Count is > 0 and var count ? count : null;

    /// <summary>The same for a person, empty without any.</summary>
    internal static string Describe(Decision decision) => CountOf(decision) is null ? ""
        : $"not {string.Join(", ", [.. decision.VetoedMatches.Select(match => $"{Printable.Of(match.List)} #{Printable.Of(match.Entry)}"), .. decision.VetoedFirsts.Select(first => Printable.Of(first.Path))])}, by a veto";
}
