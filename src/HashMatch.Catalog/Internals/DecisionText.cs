using System.Buffers;
using System.Text;
using System.Text.Json;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Matching;

namespace HashMatch.Catalog.Internals;

/// <summary>A decision with all its evidence, as the log keeps it: one line of JSON, the same for the same decision.</summary>
/// <remarks>It names entries of lists by their ids, never by a hash.</remarks>
sealed class DecisionText(CatalogSettings settings) : IDisposable
{
    /// <summary>Tells such a row of the log from those about feedback, quarantines and reports.</summary>
    internal const string IsDecision = """substr(evidence, 1, 8) = '{"item":' OR substr(evidence, 1, 11) = '{"verdict":'""";

    readonly ArrayBufferWriter<byte> _buffer = new();
    readonly Utf8JsonWriter _json = new(Stream.Null, JsonText.Options);

    public void Dispose() => _json.Dispose();

    internal string Of(long item, CatalogContent content, Decision decision)
    {
        Begin();
        _json.WriteNumber("item", item);
        _json.WriteString(ContentDigest.NameOf(DigestKind.XxHash128), ContentTable.XxHash128Of(content).ToString());
        _json.WriteNumber("bytes", content.Length);
        _json.WriteString("profile", settings.Profile.Name);
        _json.WriteNumber("quality", content.Forms.Pdq.Quality);
        WriteVerdict(decision.Verdict, RuleOf(decision));
        _json.WriteNumber("radius", settings.Bounds.Radius);
        _json.WriteNumber("reviewBand", settings.Bounds.ReviewBand);
        _json.WriteNumber("minQuality", settings.Bounds.MinQuality);
        _json.WriteStartArray("matches");
        foreach (var match in decision.Matches)
        {
            Write(match);
        }

        _json.WriteEndArray();
        WriteVetoed(decision);
        if (decision.FirstGeneration is { } first)
        {
            _json.WriteStartObject("firstGeneration");
            _json.WriteNumber("item", first.Number ?? 0);
            _json.WriteString("path", first.Path);
            if (first.Distance is { } distance)
            {
                _json.WriteNumber("distance", distance);
            }

            if (settings.Bounds.RadiusOf(first.Transform, settings.Bounds.Radius, first.Trimmed) is var radius && radius != settings.Bounds.Radius)
            {
                _json.WriteNumber("radius", radius);
            }

            _json.WriteString("transform", first.Transform.Name);
            if (first.Trimmed != BorderKind.None)
            {
                _json.WriteString("trimmed", PictureTransform.NameOf(first.Trimmed));
            }

            _json.WriteEndObject();
        }

        return End();
    }

    internal string OfFailure(string code, string message)
    {
        Begin();
        WriteVerdict(Verdict.Failed, Words.Of(Verdict.Failed));
        _json.WriteStartObject("error");
        _json.WriteString("code", code);
        _json.WriteString("message", message);
        _json.WriteEndObject();
        return End();
    }

    void Begin()
    {
        _buffer.ResetWrittenCount();
        _json.Reset(_buffer);
        _json.WriteStartObject();
    }

    string End()
    {
        _json.WriteEndObject();
        _json.Flush();
        return Encoding.UTF8.GetString(_buffer.WrittenSpan);
    }

    void WriteVerdict(Verdict verdict, string rule)
    {
        _json.WriteString("verdict", Words.Of(verdict));
        _json.WriteString("rule", rule);
    }

    /// <summary>The row of <c>VerdictRules</c> that decided.</summary>
    static string RuleOf(Decision decision) =>
        decision.Reason is { } reason ? Words.Of(reason)
        : decision.Basis is { } basis ? $"{Words.Of(decision.Verdict)}-{Words.Of(basis)}"
        : Words.Of(decision.Verdict);

    void Write(Match match)
    {
        _json.WriteStartObject();
        _json.WriteString("list", match.List);
        _json.WriteString("version", match.Version);
        _json.WriteString("role", Words.Of(match.Role));
        _json.WriteString("entry", match.Entry);
        _json.WriteString("algorithm", match.Algorithm);
        _json.WriteNumber("distance", match.Distance);
        _json.WriteNumber("radius", match.Radius);
        _json.WriteString("transform", match.Transform.Name);
        _json.WriteStartArray("labels");
        foreach (var label in match.Labels)
        {
            _json.WriteStringValue(label);
        }

        _json.WriteEndArray();
        if (match.IsHeld)
        {
            _json.WriteBoolean("quarantined", true);
        }

        _json.WriteEndObject();
    }

    /// <summary>What decided nothing because of a veto, if there is any.</summary>
    void WriteVetoed(Decision decision)
    {
        if (decision.VetoedMatches.Count + decision.VetoedFirsts.Count == 0)
        {
            return;
        }

        _json.WriteStartArray("vetoed");
        foreach (var match in decision.VetoedMatches)
        {
            Write(match);
        }

        foreach (var first in decision.VetoedFirsts)
        {
            _json.WriteStartObject();
            _json.WriteNumber("item", first.Number ?? 0);
            _json.WriteString("path", first.Path);
            _json.WriteNumber("distance", first.Distance ?? 0);
            _json.WriteString("transform", first.Transform.Name);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }
}
