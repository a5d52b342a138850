using System.Globalization;
using System.Text.Json;
using HashMatch.Cli.Output;
using HashMatch.Cli.Pipeline;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Imaging;

namespace HashMatch.Cli.Inputs;

/// <summary>Reads the records of an earlier <c>hash</c> back. A line that is none becomes a failed input of its own.</summary>
static class HashRecordReader
{
    const string Schema = "hashmatch/hash@1";

    internal static List<HashedFile> Read(string file, HashProfile profile, FormKinds forms, Terminal terminal) =>
        TextInput.Read(file, "hashes", terminal, reader =>
        {
            List<HashedFile> records = [];
            for (var number = 1; reader.ReadLine() is { } line; number++)
            {
                if (!line.AsSpan().IsWhiteSpace())
                {
                    records.Add(ReadLine(line, profile, forms, string.Create(CultureInfo.InvariantCulture, $"{file}:{number}")));
                }
            }

            return records;
        });

    static HashedFile ReadLine(string line, HashProfile profile, FormKinds forms, string place)
    {
        try
        {
            var json = JsonElement.Parse(line);
            return json.ValueKind == JsonValueKind.Object && Text(json, "schema") == Schema && Text(json, "path") is { } path
                ? ReadRecord(json, path, profile, forms)
                : Malformed(place, $"The line is no record of schema {Schema}.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return Malformed(place, "The line is not a valid hash record.");
        }
    }

    static HashedFile ReadRecord(JsonElement json, string path, HashProfile profile, FormKinds forms)
    {
        var file = new HashedFile(path)
        {
            Width = Number(json, "width"),
            Height = Number(json, "height"),
            Format = Text(json, "format"),
            ByteLength = json.TryGetProperty("bytes", out var bytes) ? NotNegative(bytes.GetInt64()) : null,
            Digests = ReadDigests(json),
            IsPartial = json.TryGetProperty("partial", out var partial) && partial.GetBoolean(),
        };
        if (json.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object)
        {
            var code = WireNames.FindErrorCode(Text(error, "code")) ?? ImageErrorCode.Corrupt;
            return file with { Error = new ImageError(code, Text(error, "message") ?? "The earlier run gave no reason.") };
        }

        if (Text(json, "profile") is { } made && made != profile.Name)
        {
            throw CommandException.Unusable(
                $"the record of '{path}' is of profile '{ProfileName.Of(made)}', and this run makes '{profile.Name}': hashes of different profiles are never compared.");
        }

        if (ReadPdq(json) is not { } pdq)
        {
            return file with { Error = new ImageError(ImageErrorCode.Corrupt, "The hash record has no valid hash and quality.") };
        }

        var withDihedral = (forms & FormKinds.Dihedral) != 0;
        return file with
        {
            Profile = profile.Name,
            Pdq = pdq,
            Dihedral = withDihedral ? ReadDihedral(json) : null,
            Trimmed = (forms & FormKinds.Trimmed) != 0 ? ReadTrimmed(json, withDihedral) : null,
        };
    }

    static PdqResult? ReadPdq(JsonElement json)
    {
        var quality = Number(json, "quality");
        var undecided = Number(json, "undecidedBits") ?? 0;
        return Hash256.TryParse(Text(json, "hash"), out var hash) && quality is >= 0 and <= 100 && undecided <= Hash256.BitCount
            ? new PdqResult(hash, quality.Value) { UndecidedBits = undecided }
            : null;
    }

    static TrimmedHash? ReadTrimmed(JsonElement json, bool withDihedral) =>
        json.TryGetProperty("trimmed", out var trimmed) && trimmed.ValueKind == JsonValueKind.Object
            && WireNames.FindBorder(Text(trimmed, "border")) is { } border && ReadPdq(trimmed) is { } pdq
            ? new TrimmedHash(border, pdq, withDihedral ? ReadDihedral(trimmed) : null)
            : null;

    static DihedralHashes? ReadDihedral(JsonElement json)
    {
        if (!json.TryGetProperty("dihedral", out var named) || named.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var transforms = Enum.GetValues<DihedralTransform>();
        var hashes = new Hash256[transforms.Length];
        foreach (var transform in transforms)
        {
            if (!Hash256.TryParse(Text(named, WireNames.Of(transform)), out hashes[(int)transform]))
            {
                return null;
            }
        }

        return new DihedralHashes(hashes);
    }

    static List<ContentDigest> ReadDigests(JsonElement json)
    {
        List<ContentDigest> digests = [];
        foreach (var kind in Enum.GetValues<DigestKind>())
        {
            if (ContentDigest.TryParse(kind, Text(json, ContentDigest.NameOf(kind)), out var digest))
            {
                digests.Add(digest);
            }
        }

        return digests;
    }

    static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static int? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? (int)NotNegative(value.GetInt32()) : null;

    static long NotNegative(long number) => number >= 0 ? number : throw new FormatException("A size is not negative.");

    static HashedFile Malformed(string place, string message) =>
        new(place) { Error = new ImageError(ImageErrorCode.Corrupt, message) };
}
