using HashMatch.Hashers;
using HashMatch.Matching;
using HashMatch.Matching.Conflicts;

namespace HashMatch.Cli.Output.Records;

/// <summary>A decision as fields of JSON.</summary>
static class DecisionFields
{
    /// <summary>The decision itself, as comparisons have it too.</summary>
    internal static void WriteVerdict(JsonFields json, Decision decision)
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

    /// <summary>The matches, what they say together, and the first item of the group.</summary>
    internal static void WriteEvidence(JsonFields json, Decision decision)
    {
        var deciding = decision.DecidingMatch;
        json.Json.WriteStartArray("matches");
        foreach (var match in decision.Matches)
        {
            Write(json, match, ReferenceEquals(match, deciding));
        }

        json.Json.WriteEndArray();
        if (decision.Labels is { Count: > 0 } labels)
        {
            json.Texts("labels", labels);
        }

        WriteConflicts(json, decision.Conflicts);
        WriteFirstGeneration(json, decision.FirstGeneration);
    }

    static void Write(JsonFields json, Match match, bool decides)
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
        json.Texts("labels", match.Labels);
        if (match.IsHeld)
        {
            json.Json.WriteBoolean("quarantined", true);
        }

        if (match.Basis == MatchBasis.Near)
        {
            json.Number("oneIn", DistinctPairs.OneIn(match.Distance));
        }

        if (decides)
        {
            json.Json.WriteBoolean("decides", true);
        }

        json.Json.WriteEndObject();
    }

    static void WriteConflicts(JsonFields json, IReadOnlyList<ListConflict> conflicts)
    {
        if (conflicts.Count == 0)
        {
            return;
        }

        json.Json.WriteStartArray("conflicts");
        foreach (var conflict in conflicts)
        {
            json.Json.WriteStartObject();
            json.Text("kind", WireNames.Of(conflict.Kind));
            json.Text("scale", conflict.Scale);
            json.Json.WriteStartArray("values");
            foreach (var (value, lists) in conflict.Values)
            {
                json.Json.WriteStartObject();
                json.Text("value", value);
                json.Texts("lists", lists);
                json.Json.WriteEndObject();
            }

            json.Json.WriteEndArray();
            json.Json.WriteEndObject();
        }

        json.Json.WriteEndArray();
    }

    static void WriteFirstGeneration(JsonFields json, FirstSighting? sighting)
    {
        if (sighting is not { } first)
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
}
