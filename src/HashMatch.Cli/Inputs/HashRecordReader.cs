using System.Globalization;
using System.Text.Json;
using HashMatch.Cli.Files;
using HashMatch.Cli.Output;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Hosting.Pipeline;
using HashMatch.Imaging;

namespace HashMatch.Cli.Inputs;

/// <summary>Reads the records of an earlier <c>hash</c> back. A line that is none becomes a failed input of its own.</summary>
static class HashRecordReader
{
    const string Schema = "hashmatch/hash@1";

    /// <param name="file">The records, or <c>-</c>.</param>
    /// <param name="profile">Of which all PDQ hashes must be.</param>
    /// <param name="forms">Which forms are taken, where records have them.</param>
    /// <param name="algorithms">Whose hashes records must have; those of others are passed over.</param>
    /// <param name="terminal">Where standard input comes from.</param>
    internal static List<HashedFile> Read(
        string file, HashProfile profile, FormKinds forms, IReadOnlyList<HashKind> algorithms, Terminal terminal)
    {
        List<HashedFile> records = [];
        foreach (var (i, line) in new TextInput(file, "hashes", terminal).Lines().Index())
        {
            if (!line.AsSpan().IsWhiteSpace())
            {
                records.Add(ReadLine(line, profile, forms, algorithms, string.Create(CultureInfo.InvariantCulture, $"{file}:{i + 1}")));
            }
        }

        return records;
    }

    static HashedFile ReadLine(
        string line, HashProfile profile, FormKinds forms, IReadOnlyList<HashKind> algorithms, string place)
    {
        try
        {
            var json = JsonElement.Parse(line);
            if (json.ValueKind != JsonValueKind.Object || Text(json, "schema") != Schema || Text(json, "path") is not { } path)
            {
                return Malformed(place, $"The line is no record of schema {Schema}.");
            }

            return path.Length == 0 || path.Contains('\0')
                ? Malformed(place, "The record's path is empty or holds a NUL: no file has such a name.")
                : ReadRecord(json, path, profile, forms, algorithms);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return Malformed(place, "The line is not a valid hash record.");
        }
    }

    static HashedFile ReadRecord(
        JsonElement json, string path, HashProfile profile, FormKinds forms, IReadOnlyList<HashKind> algorithms)
    {
        HashedPicture picture = new()
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
            return Record(picture with { Error = new ImageError(code, Text(error, "message") ?? "The earlier run gave no reason.") });
        }

        if (Text(json, "profile") is { } made && made != profile.Name)
        {
            throw CommandException.Unusable(
                $"the record of '{path}' is of profile '{ProfileName.Of(made)}', and this run makes '{profile.Name}': hashes of different profiles are never compared.");
        }

        if (Text(json, "profile") is null && !profile.IsExchanged)
        {
            throw CommandException.Unusable(
                $"the record of '{path}' names no profile, and this run makes '{profile.Name}': hashes of different profiles are never compared.");
        }

        if (ReadPdq(json) is not { } pdq)
        {
            return Record(picture with { Error = new ImageError(ImageErrorCode.Corrupt, "The hash record has no valid hash and quality.") });
        }

        return Record(picture with { Forms = ReadForms(json, pdq, forms) }) with { Profile = profile.Name, Hashes = ReadHashes(json, path, algorithms) };

        HashedFile Record(HashedPicture read) => new(path) { IsRecord = true, Picture = read };
    }

    static HashForms ReadForms(JsonElement json, PdqResult pdq, FormKinds forms)
    {
        var (withDihedral, withTrimmed) = ((forms & FormKinds.Dihedral) != 0, (forms & FormKinds.Trimmed) != 0);
        return new HashForms(pdq, withDihedral ? ReadDihedral(json) : null,
            withTrimmed && ReadPart(json, "trimmed") is { } trimmed && WireNames.FindBorder(Text(trimmed, "border")) is { } border
                ? ReadTrimmed(trimmed, border, withDihedral)
                : null,
            withTrimmed && ReadPart(json, "content") is { } content ? ReadTrimmed(content, BorderKind.Content, withDihedral) : null);
    }

    static PdqResult? ReadPdq(JsonElement json)
    {
        var quality = Number(json, "quality");
        var undecided = Number(json, "undecidedBits") ?? 0;
        return Hash256.TryParse(Text(json, "hash"), out var hash) && quality is >= 0 and <= 100 && undecided <= Hash256.BitCount
            ? new PdqResult(hash, quality.Value) { UndecidedBits = undecided }
            : null;
    }

    static JsonElement? ReadPart(JsonElement json, string name) =>
        json.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.Object ? part : null;

    static TrimmedHash? ReadTrimmed(JsonElement json, BorderKind border, bool withDihedral) =>
        ReadPdq(json) is { } pdq ? new TrimmedHash(border, pdq, withDihedral ? ReadDihedral(json) : null) : null;

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

    static List<AlgorithmHash> ReadHashes(JsonElement json, string path, IReadOnlyList<HashKind> algorithms)
    {
        List<AlgorithmHash> hashes = [];
        var hasAny = json.TryGetProperty("hashes", out var named) && named.ValueKind == JsonValueKind.Object;
        foreach (var kind in algorithms)
        {
            var name = WireNames.Of(kind);
            if (!hasAny || !AlgorithmHash.TryParse(kind, Text(named, name), out var hash))
            {
                throw CommandException.Unusable($"the record of '{path}' has not the hash asked for: make the records with 'hash --algorithm {name}'.");
            }

            hashes.Add(hash);
        }

        return hashes;
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
        HashedFile.Failed(place, new ImageError(ImageErrorCode.Corrupt, message));
}
