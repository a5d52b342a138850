using System.Text.Encodings.Web;
using System.Text.Json;
using HashMatch.Cli.Pipeline;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Matching;

namespace HashMatch.Cli.Output;

/// <summary>JSON Lines, the format pipelines rely on: fixed field order, no white space, paths unescaped where JSON allows.</summary>
sealed class JsonlRecordWriter : RecordWriter
{
    readonly int _minQuality;
    readonly Utf8JsonWriter _json;

    internal JsonlRecordWriter(Stream output, TimeProvider? clock, int minQuality)
        : base(output, clock)
    {
        _minQuality = minQuality;
        _json = new Utf8JsonWriter(Output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    internal override void Write(HashedFile file)
    {
        Begin("hashmatch/hash@1");
        _json.WriteString("path", file.Path);
        _json.WriteString("status", StatusOf(file, _minQuality));
        WriteNumber("width", file.Width);
        WriteNumber("height", file.Height);
        WriteString("format", file.Format);
        WriteNumber("bytes", file.ByteLength);
        WriteString("xxh128", file.DigestText(DigestKind.XxHash128));
        WriteString("sha256", file.DigestText(DigestKind.Sha256));
        WriteString("md5", file.DigestText(DigestKind.Md5));
        WriteString("sha1", file.DigestText(DigestKind.Sha1));
        if (file.Pdq is { } pdq)
        {
            _json.WriteString("profile", file.Profile);
            WriteHash("hash", pdq.Hash);
            _json.WriteNumber("quality", pdq.Quality);
        }

        WriteDihedral(file.Dihedral);
        WriteTail(file);
        End();
    }

    internal override void Write(VerdictRecord record)
    {
        var (file, decision) = record;
        Begin("hashmatch/verdict@1");
        _json.WriteString("path", file.Path);
        WriteVerdict(decision);
        WriteHashOf(file);
        _json.WriteStartArray("matches");
        foreach (var match in decision.Matches)
        {
            WriteMatch(match);
        }

        _json.WriteEndArray();
        WriteFirstGeneration(decision.FirstGeneration);
        WriteTail(file);
        End();
    }

    internal override void Write(ComparisonRecord record)
    {
        Begin("hashmatch/compare@1");
        _json.WriteString("a", record.A.Path);
        _json.WriteString("b", record.B.Path);
        if (record.Distance is { } distance)
        {
            _json.WriteNumber("distance", distance);
            _json.WriteString("transform", WireNames.Of(record.Transform));
            WriteNumber("uprightDistance", record.UprightDistance);
            _json.WriteNumber("radius", record.Radius);
        }

        WriteVerdict(record.Decision);
        _json.WriteString("why", record.Why);
        WriteSide("hashA", "qualityA", "errorA", record.A);
        WriteSide("hashB", "qualityB", "errorB", record.B);
        WriteString("profile", record.A.Profile ?? record.B.Profile);
        WriteString("at", Timestamp());
        End();
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _json.Dispose();
    }

    void Begin(string schema)
    {
        _json.WriteStartObject();
        _json.WriteString("schema", schema);
    }

    void End()
    {
        _json.WriteEndObject();
        _json.Flush();
        Output.WriteByte((byte)'\n');
        _json.Reset();
    }

    void WriteVerdict(Decision decision)
    {
        _json.WriteString("verdict", WireNames.Of(decision.Verdict));
        if (decision.Basis is { } basis)
        {
            _json.WriteString("basis", WireNames.Of(basis));
        }
        else
        {
            _json.WriteNull("basis");
        }

        _json.WriteString("attention", WireNames.Of(decision.Attention));
        if (decision.Reason is { } reason)
        {
            _json.WriteString("reason", WireNames.Of(reason));
        }
    }

    void WriteHashOf(HashedFile file)
    {
        if (file.Pdq is { } pdq)
        {
            WriteHash("hash", pdq.Hash);
            _json.WriteNumber("quality", pdq.Quality);
            _json.WriteString("profile", file.Profile);
        }
        else
        {
            _json.WriteNull("hash");
            _json.WriteNull("quality");
            _json.WriteNull("profile");
        }
    }

    void WriteMatch(Match match)
    {
        _json.WriteStartObject();
        _json.WriteString("list", match.List);
        _json.WriteString("version", match.Version);
        _json.WriteString("role", WireNames.Of(match.Role));
        _json.WriteString("entry", match.Entry);
        _json.WriteString("algorithm", match.Algorithm);
        _json.WriteNumber("distance", match.Distance);
        _json.WriteNumber("radius", match.Radius);
        _json.WriteString("transform", WireNames.Of(match.Transform));
        _json.WriteStartArray("labels");
        foreach (var label in match.Labels)
        {
            _json.WriteStringValue(label);
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    void WriteFirstGeneration(FirstSighting? first)
    {
        if (first is null)
        {
            _json.WriteNull("firstGeneration");
            return;
        }

        _json.WriteStartObject("firstGeneration");
        _json.WriteString("path", first.Path);
        _json.WriteNumber("distance", first.Distance);
        _json.WriteEndObject();
    }

    void WriteDihedral(DihedralHashes? dihedral)
    {
        if (dihedral is not { } hashes)
        {
            return;
        }

        _json.WriteStartObject("dihedral");
        foreach (var transform in Enum.GetValues<DihedralTransform>())
        {
            WriteHash(WireNames.Of(transform), hashes[transform]);
        }

        _json.WriteEndObject();
    }

    void WriteSide(string hash, string quality, string error, HashedFile file)
    {
        if (file.Pdq is { } pdq)
        {
            WriteHash(hash, pdq.Hash);
            _json.WriteNumber(quality, pdq.Quality);
        }

        WriteError(error, file);
    }

    /// <summary>What only some records have, last.</summary>
    void WriteTail(HashedFile file)
    {
        if (file.IsPartial)
        {
            _json.WriteBoolean("partial", true);
        }

        WriteError("error", file);
        WriteString("at", Timestamp());
    }

    void WriteError(string name, HashedFile file)
    {
        if (file.Error is { } error)
        {
            _json.WriteStartObject(name);
            _json.WriteString("code", WireNames.Of(error.Code));
            _json.WriteString("message", error.Message);
            _json.WriteEndObject();
        }
    }

    void WriteHash(string name, Hash256 hash)
    {
        Span<byte> text = stackalloc byte[Hash256.TextLength];
        hash.TryFormat(text, out _);
        _json.WriteString(name, text);
    }

    void WriteString(string name, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(name, value);
        }
    }

    void WriteNumber(string name, long? value)
    {
        if (value is { } number)
        {
            _json.WriteNumber(name, number);
        }
    }
}
