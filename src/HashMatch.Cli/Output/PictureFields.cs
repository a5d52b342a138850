using HashMatch.Cli.Files;
using HashMatch.Hashers;
using HashMatch.Matching.Regions;

namespace HashMatch.Cli.Output;

/// <summary>What several records say of a picture, as fields of JSON.</summary>
static class PictureFields
{
    /// <summary>Hash, quality and profile, null where there is no hash.</summary>
    internal static void HashOf(this JsonFields json, HashedFile file)
    {
        if (file.Pdq is { } pdq)
        {
            json.Hash("hash", pdq.Hash);
            json.Json.WriteNumber("quality", pdq.Quality);
            json.Json.WriteString("profile", file.Profile);
        }
        else
        {
            json.Json.WriteNull("hash");
            json.Json.WriteNull("quality");
            json.Json.WriteNull("profile");
        }
    }

    internal static void HashesIfAny(this JsonFields json, string name, IReadOnlyList<AlgorithmHash> hashes)
    {
        if (hashes.Count == 0)
        {
            return;
        }

        json.Json.WriteStartObject(name);
        foreach (var hash in hashes)
        {
            json.Json.WriteString(WireNames.Of(hash.Kind), hash.ToString());
        }

        json.Json.WriteEndObject();
    }

    /// <summary>A hash and how far it can be trusted.</summary>
    internal static void Pdq(this JsonFields json, PdqResult pdq)
    {
        json.Hash("hash", pdq.Hash);
        json.Json.WriteNumber("quality", pdq.Quality);
        if (pdq.UndecidedBits > 0)
        {
            json.Json.WriteNumber("undecidedBits", pdq.UndecidedBits);
        }
    }

    internal static void TrimmedIfAny(this JsonFields json, string name, TrimmedHash? trimmed)
    {
        if (trimmed is null)
        {
            return;
        }

        json.Json.WriteStartObject(name);
        json.TextIfAny("border", trimmed.Border == BorderKind.Content ? null : WireNames.Of(trimmed.Border));
        json.Pdq(trimmed.Pdq);
        json.DihedralIfAny(trimmed.Dihedral);
        json.Json.WriteEndObject();
    }

    internal static void DihedralIfAny(this JsonFields json, DihedralHashes? dihedral)
    {
        if (dihedral is not { } hashes)
        {
            return;
        }

        json.Json.WriteStartObject("dihedral");
        foreach (var transform in Enum.GetValues<DihedralTransform>())
        {
            json.Hash(WireNames.Of(transform), hashes[transform]);
        }

        json.Json.WriteEndObject();
    }

    /// <summary>What two pictures share, as exact as it is worth; one region alone has no placement that says anything.</summary>
    internal static void AgreementIfAny(this JsonFields json, RegionAgreement? agreement)
    {
        if (agreement is not { } shared)
        {
            return;
        }

        json.Json.WriteNumber("regions", shared.Regions);
        if (shared.Regions > 1)
        {
            json.Json.WriteNumber("scale", Math.Round(shared.Scale, 3));
            json.Json.WriteNumber("offsetX", (long)MathF.Round(shared.OffsetX));
            json.Json.WriteNumber("offsetY", (long)MathF.Round(shared.OffsetY));
        }
    }

    /// <summary>What only some files have, last.</summary>
    internal static void Tail(this JsonFields json, HashedFile file)
    {
        if (file.Picture.IsPartial)
        {
            json.Json.WriteBoolean("partial", true);
        }

        json.ErrorIfAny("error", file.Error);
    }
}
