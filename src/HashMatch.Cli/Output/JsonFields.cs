using System.Text.Encodings.Web;
using System.Text.Json;
using HashMatch.Cli.Pipeline;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Lists;
using HashMatch.Matching.Regions;

namespace HashMatch.Cli.Output;

/// <summary>The fields of one JSON record, and the forms several records share.</summary>
sealed class JsonFields(Stream output) : IDisposable
{
    /// <summary>The writer itself: no white space, paths unescaped where JSON allows.</summary>
    internal Utf8JsonWriter Json { get; } = new(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public void Dispose() => Json.Dispose();

    internal void Text(string name, string value) => Json.WriteString(name, value);

    internal void TextIfAny(string name, string? value)
    {
        if (value is not null)
        {
            Json.WriteString(name, value);
        }
    }

    internal void Number(string name, long value) => Json.WriteNumber(name, value);

    internal void NumberIfAny(string name, long? value)
    {
        if (value is { } number)
        {
            Json.WriteNumber(name, number);
        }
    }

    /// <summary>Where a row of a list stands.</summary>
    internal void Place(ListPlace place)
    {
        Json.WriteNumber(WireNames.Of(place.Unit), place.Number);
        NumberIfAny("byte", place.ByteOffset);
    }

    internal void CountsOf(string name, IReadOnlyDictionary<string, long> counts)
    {
        Json.WriteStartObject(name);
        foreach (var (key, count) in counts)
        {
            Json.WriteNumber(key, count);
        }

        Json.WriteEndObject();
    }

    internal void Hash(string name, Hash256 hash)
    {
        Span<byte> text = stackalloc byte[Hash256.TextLength];
        hash.TryFormat(text, out _);
        Json.WriteString(name, text);
    }

    /// <summary>Hash, quality and profile, null where there is no hash.</summary>
    internal void HashOf(HashedFile file)
    {
        if (file.Pdq is { } pdq)
        {
            Hash("hash", pdq.Hash);
            Json.WriteNumber("quality", pdq.Quality);
            Json.WriteString("profile", file.Profile);
        }
        else
        {
            Json.WriteNull("hash");
            Json.WriteNull("quality");
            Json.WriteNull("profile");
        }
    }

    internal void HashesIfAny(string name, IReadOnlyList<AlgorithmHash> hashes)
    {
        if (hashes.Count == 0)
        {
            return;
        }

        Json.WriteStartObject(name);
        foreach (var hash in hashes)
        {
            Json.WriteString(WireNames.Of(hash.Kind), hash.ToString());
        }

        Json.WriteEndObject();
    }

    /// <summary>A hash and how far it can be trusted.</summary>
    internal void Pdq(PdqResult pdq)
    {
        Hash("hash", pdq.Hash);
        Json.WriteNumber("quality", pdq.Quality);
        if (pdq.UndecidedBits > 0)
        {
            Json.WriteNumber("undecidedBits", pdq.UndecidedBits);
        }
    }

    internal void TrimmedIfAny(string name, TrimmedHash? trimmed)
    {
        if (trimmed is null)
        {
            return;
        }

        Json.WriteStartObject(name);
        TextIfAny("border", trimmed.Border == BorderKind.Content ? null : WireNames.Of(trimmed.Border));
        Pdq(trimmed.Pdq);
        DihedralIfAny(trimmed.Dihedral);
        Json.WriteEndObject();
    }

    internal void DihedralIfAny(DihedralHashes? dihedral)
    {
        if (dihedral is not { } hashes)
        {
            return;
        }

        Json.WriteStartObject("dihedral");
        foreach (var transform in Enum.GetValues<DihedralTransform>())
        {
            Hash(WireNames.Of(transform), hashes[transform]);
        }

        Json.WriteEndObject();
    }

    /// <summary>What two pictures share, as exact as it is worth; one region alone has no placement that says anything.</summary>
    internal void AgreementIfAny(RegionAgreement? agreement)
    {
        if (agreement is not { } shared)
        {
            return;
        }

        Json.WriteNumber("regions", shared.Regions);
        if (shared.Regions > 1)
        {
            Json.WriteNumber("scale", Math.Round(shared.Scale, 3));
            Json.WriteNumber("offsetX", (long)MathF.Round(shared.OffsetX));
            Json.WriteNumber("offsetY", (long)MathF.Round(shared.OffsetY));
        }
    }

    /// <summary>What only some files have, last.</summary>
    internal void Tail(HashedFile file)
    {
        if (file.IsPartial)
        {
            Json.WriteBoolean("partial", true);
        }

        ErrorIfAny("error", file);
    }

    internal void ErrorIfAny(string name, HashedFile file)
    {
        if (file.Error is { } error)
        {
            Json.WriteStartObject(name);
            Json.WriteString("code", WireNames.Of(error.Code));
            Json.WriteString("message", error.Message);
            Json.WriteEndObject();
        }
    }
}
