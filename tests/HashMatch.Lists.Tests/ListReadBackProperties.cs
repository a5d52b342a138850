using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using HashMatch.Hashes;

namespace HashMatch.Lists.Tests;

/// <summary>Formats that are read alone, or written in one of their forms: what stands in them is what is read.</summary>
public class ListReadBackProperties
{
    static readonly string[] s_names = ["a.jpg", "ü \"q\", z.jpg", "c;d", "100% [x]", "<&>", "e\u0301"];

    static Gen<(string Id, Hash256 Pdq, ContentDigest Md5, ContentDigest Sha1, string Name, bool IsRemoved)> Row =>
        from id in Gen.Choose(1, 1_000_000)
        from pdq in ListGenerators.Bytes(32).Select(bytes => Hash256.FromBytes(bytes))
        from md5 in Of(DigestKind.Md5)
        from sha1 in Of(DigestKind.Sha1)
        from name in Gen.Elements(s_names)
        from isRemoved in Gen.Elements(false, false, true)
        select (id.ToString(CultureInfo.InvariantCulture), pdq, md5, sha1, name, isRemoved);

    [Property(MaxTest = 200)]
    public Property Hash_sharing_xml() => Prop.ForAll(Gen.ListOf(Row).ToArbitrary(), rows =>
    {
        XNamespace ns = "https://hashsharing.ncmec.org/hashsharing/v2";
        var images = rows.Select(row => new XElement(ns + (row.IsRemoved ? "deletedImage" : "image"),
            new XElement(ns + "member", new XAttribute("id", "42"), row.Name),
            new XElement(ns + "timestamp", "2024-03-01T10:00:00Z"),
            new XElement(ns + "id", row.Id),
            row.IsRemoved ? null : new XElement(ns + "classification", row.Name),
            row.IsRemoved ? null : new XElement(ns + "fingerprints", new XElement(ns + "md5", row.Md5.ToString()), new XElement(ns + "pdq", row.Pdq.ToString()))));
        XElement root = new(ns + "queryResult", new XElement(ns + "images", new XAttribute("maxTimestamp", "7"), images));

        var entries = ListTexts.Entries(Encoding.UTF8.GetBytes(root.ToString()));

        Assert.Equal(rows.Select(row => (row.Id, row.IsRemoved, row.IsRemoved ? null : row.Name, row.IsRemoved ? null : (Hash256?)row.Pdq)),
            entries.Select(entry => (entry.Id!, entry.IsRemoved, entry.Labels is [var label] ? label : null, entry.Pdq)));
        Assert.All(rows.Zip(entries), pair => Assert.Equal(pair.First.IsRemoved ? [] : [pair.First.Md5], pair.Second.Digests));
        Assert.All(entries, entry => Assert.Equal("42", entry.Provenance?.Owner));
    });

    [Property(MaxTest = 200)]
    public Property Nsrl_text() => Prop.ForAll(Gen.ListOf(Row).ToArbitrary(), rows =>
    {
        var text = "\"SHA-1\",\"MD5\",\"CRC32\",\"FileName\",\"FileSize\",\"ProductCode\",\"OpSystemCode\",\"SpecialCode\"\r\n" + string.Concat(rows.Select(row =>
            $"\"{row.Sha1.ToString().ToUpperInvariant()}\",\"{row.Md5.ToString().ToUpperInvariant()}\",\"0\",\"{row.Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\",{row.Id},1,\"1\",\"\"\r\n"));

        var entries = ListTexts.Entries(Encoding.UTF8.GetBytes(text));

        Assert.Equal(rows.Select(row => (row.Sha1, row.Md5, row.Name, row.Id)),
            entries.Select(entry => (entry.Digests[0], entry.Digests[1], Extra(entry, "FileName")!, Extra(entry, "FileSize")!)));
    });

    [Property(MaxTest = 30)]
    public Property Nsrl_database() => Prop.ForAll(Gen.ListOf(Row).ToArbitrary(), rows =>
    {
        using TemporaryDatabase database = new();
        database.Run("CREATE TABLE METADATA (sha1 TEXT, md5 TEXT, file_name TEXT)");
        database.Insert("METADATA", rows.Select(row => (string?[])[row.Sha1.ToString().ToUpperInvariant(), row.Md5.ToString(), row.Name]));

        Assert.Equal(rows.Select(row => (row.Sha1, row.Md5, row.Name)),
            database.Rows().Select(row => (row.Entry!.Digests[0], row.Entry.Digests[1], Extra(row.Entry, "file_name")!)));
    });

    [Property(MaxTest = 200)]
    public Property Hash_records() => Prop.ForAll(Gen.ListOf(Row).ToArbitrary(), rows =>
    {
        var text = string.Concat(rows.Select(row => JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["schema"] = "hashmatch/hash@1",
            ["path"] = row.Name,
            ["status"] = "ok",
            ["width"] = 640,
            ["md5"] = row.Md5.ToString(),
            ["profile"] = "pdq-1",
            ["hash"] = row.Pdq.ToString(),
            ["quality"] = 100,
        }) + "\n"));

        Assert.Equal(rows.Select(row => (row.Name, row.Md5, (Hash256?)row.Pdq, "{\"width\":640,\"quality\":100}")),
            ListTexts.Entries(Encoding.UTF8.GetBytes(text)).Select(entry => (entry.Id!, entry.Digests[0], entry.Pdq, entry.ExtraFields!)));
    });

    [Property(MaxTest = 200)]
    public Property Every_form_of_a_text_row() => Prop.ForAll(Gen.ListOf(Row).ToArbitrary(), rows =>
    {
        // A file with a row of another form each, and so no header to tell them by.
        var text = string.Concat(rows.Select(row => $"pdq {row.Pdq}\nhash={row.Pdq}\n{row.Pdq},{row.Id}\n{row.Md5}  {row.Name}\n{row.Sha1} *{row.Name}\n{row.Md5}\n"));

        var entries = ListTexts.Entries(Encoding.UTF8.GetBytes(text));

        Assert.Equal(rows.SelectMany(row => (string[])[$"{row.Pdq}", $"{row.Pdq}", $"{row.Pdq}{row.Id}", $"{row.Md5}{row.Name}", $"{row.Sha1}{row.Name}", $"{row.Md5}"]),
            entries.Select(entry => $"{entry.Pdq?.ToString() ?? entry.Digests[0].ToString()}{Extra(entry, "metadata") ?? Extra(entry, "name")}"));
    });

    static Gen<ContentDigest> Of(DigestKind kind) => ListGenerators.Bytes(ContentDigest.ByteLength(kind)).Select(bytes =>
        ContentDigest.TryParse(kind, Convert.ToHexStringLower(bytes), out var digest) ? digest : throw new InvalidOperationException());

    static string? Extra(ListEntry entry, string name) =>
        entry.ExtraFields is { } fields && JsonElement.Parse(fields).TryGetProperty(name, out var value) ? value.GetString() : null;
}
