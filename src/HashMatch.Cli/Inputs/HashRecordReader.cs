using System.Globalization;
using System.Text;
using System.Text.Json;
using HashMatch.Cli.Pipeline;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Imaging;

namespace HashMatch.Cli.Inputs;

/// <summary>Reads the records of an earlier <c>hash</c> back. A line that is none becomes a failed input of its own.</summary>
static class HashRecordReader
{
    const string Schema = "hashmatch/hash@1";

    internal static List<HashedFile> Read(string file, HashProfile profile, Terminal terminal)
    {
        List<HashedFile> records = [];
        HashSet<string> paths = new(StringComparer.Ordinal);
        try
        {
            using var stream = file == "-" ? terminal.Input : File.OpenRead(file);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            for (var number = 1; reader.ReadLine() is { } line; number++)
            {
                if (line.AsSpan().IsWhiteSpace())
                {
                    continue;
                }

                var record = ReadLine(line, profile, string.Create(CultureInfo.InvariantCulture, $"{file}:{number}"));
                if (paths.Add(record.Path))
                {
                    records.Add(record);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw CommandException.Unusable($"the hashes in '{file}' could not be read: {exception.Message}");
        }

        return records;
    }

    static HashedFile ReadLine(string line, HashProfile profile, string place)
    {
        try
        {
            var json = JsonElement.Parse(line);
            return json.ValueKind == JsonValueKind.Object && Text(json, "schema") == Schema && Text(json, "path") is { } path
                ? ReadRecord(json, path, profile)
                : Malformed(place, $"The line is no record of schema {Schema}.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return Malformed(place, "The line is not a valid hash record.");
        }
    }

    static HashedFile ReadRecord(JsonElement json, string path, HashProfile profile)
    {
        var file = new HashedFile(path)
        {
            Width = Number(json, "width"),
            Height = Number(json, "height"),
            Format = Text(json, "format"),
            ByteLength = json.TryGetProperty("bytes", out var bytes) ? bytes.GetInt64() : null,
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
                $"the record of '{path}' is of profile '{made}', and this run makes '{profile.Name}': hashes of different profiles are never compared.");
        }

        var quality = Number(json, "quality");
        return Hash256.TryParse(Text(json, "hash"), out var hash) && quality is >= 0 and <= 100
            ? file with { Profile = profile.Name, Pdq = new PdqResult(hash, quality.Value) }
            : file with { Error = new ImageError(ImageErrorCode.Corrupt, "The hash record has no valid hash and quality.") };
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
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;

    static HashedFile Malformed(string place, string message) =>
        new(place) { Error = new ImageError(ImageErrorCode.Corrupt, message) };
}
