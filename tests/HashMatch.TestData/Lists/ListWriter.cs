using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HashMatch.Hashers;
using HashMatch.TestData.Encoders;
using HashMatch.TestData.Plan;

namespace HashMatch.TestData.Lists;

/// <summary>Writes the lists. Digests are those of our own bitmaps, whose bytes no library version can change.</summary>
static class ListWriter
{
    static readonly PdqHasher s_hasher = new();

    /// <summary>A header that names the columns, then a row an entry.</summary>
    public static string Csv(IEnumerable<ListedPicture> entries)
    {
        var text = new StringBuilder("pdq,id,label\n");
        foreach (var entry in entries)
        {
            text.Append($"{Pdq(entry)},{entry.Id},{entry.Label}\n");
        }

        return text.ToString();
    }

    /// <summary>A header object, then one object an entry; files listed by their digests alone come last.</summary>
    public static string JsonLines(IEnumerable<ListedPicture> entries, IEnumerable<PlannedFile> files)
    {
        var text = new StringBuilder();
        text.Append("""{"schema":"hashmatch/list@1","name":"demo","version":"3","role":"known","radius":31,"algorithm":"pdq"}""");
        text.Append('\n');
        foreach (var entry in entries)
        {
            text.Append(JsonRow(entry.Id, Pdq(entry), BmpEncoder.Plain(entry.Draw()), entry.Label)).Append('\n');
        }

        foreach (var file in files)
        {
            text.Append(JsonRow(FileId(file), null, file.Encode(), "exact")).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The form of md5sum.</summary>
    public static string Md5Sums(IEnumerable<ListedPicture> entries, IEnumerable<PlannedFile> files)
    {
        var text = new StringBuilder();
        foreach (var entry in entries)
        {
            text.Append($"{Md5(BmpEncoder.Plain(entry.Draw()))}  {entry.Id}.bmp\n");
        }

        foreach (var file in files)
        {
            text.Append($"{Md5(file.Encode())}  {Path.GetFileName(file.Path)}\n");
        }

        return text.ToString();
    }

    static string JsonRow(string id, string? pdq, byte[] bytes, string label)
    {
        var row = new Dictionary<string, object> { ["id"] = id };
        if (pdq is not null)
        {
            row["pdq"] = pdq;
        }

        row["md5"] = Md5(bytes);
        row["sha256"] = Convert.ToHexStringLower(SHA256.HashData(bytes));
        row["xxh128"] = Convert.ToHexStringLower(XxHash128.Hash(bytes));
        row["labels"] = new[] { label };
        return JsonSerializer.Serialize(row);
    }

    static string FileId(PlannedFile file) => $"x-{Path.GetFileNameWithoutExtension(file.Path)}";

    static string Pdq(ListedPicture entry) => s_hasher.Hash(entry.Draw().View).Hash.ToString();

    // MD5 is what exact lists in the field carry; nothing here relies on its strength.
#pragma warning disable CA5351
    static string Md5(byte[] bytes) => Convert.ToHexStringLower(MD5.HashData(bytes));
#pragma warning restore CA5351
}
