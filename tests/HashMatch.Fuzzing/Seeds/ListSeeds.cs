using HashMatch.Fuzzing.Mutation;
using HashMatch.Lists;

namespace HashMatch.Fuzzing.Seeds;

/// <summary>Lists of every format, and the words they are made of.</summary>
static class ListSeeds
{
    const string Pdq = "8e1d8c4e40f33318f0e78e69e9c370e1331bccf00e4e356f1e909b988e6ee4e7";
    const string Md5 = "9700dec49c84fbc1c721aef44e691771";
    const string Sha1 = "da39a3ee5e6b4b0d3255bfef95601890afd80709";
    const string Sha256 = "466ec243808863950a3088244864109017904592bb2d5702d741299feebf7071";

    internal static IReadOnlyList<byte[]> Of(ListFormat format) => format switch
    {
        ListFormat.Text =>
        [
            SeedFiles.Utf8($"# hashes\npdq {Pdq}\n{Pdq},100,a.jpg\nhash={Pdq}\n{Pdq}\n"),
            SeedFiles.Utf8($"{Sha1}  a b.jpg\n\\{Sha1} *a\\\\b\\nc.jpg\n"), SeedFiles.Utf8($"{Sha256}  a.jpg\n{Md5} *b.jpg\n{Md5}\n"),
            SeedFiles.Utf8($"indicator,first_descriptor_id,added_on,labels\n{Pdq},17,2020-01-01,A;B\n{Md5},\"1,8\",,\n"),
            SeedFiles.Utf8($"pdq,md5,sha1,sha256,id,labels\n{Pdq},{Md5},{Sha1},{Sha256},k-1,\"A;\"\"B\"\"\"\n,,{Sha1},,\"k\n2\",\n"),
            SeedFiles.Read("lists", "known.csv"), SeedFiles.Read("lists", "known-md5.txt"),
        ],
        ListFormat.JsonLines =>
        [
            SeedFiles.Read("exchange", "provenance.jsonl"), SeedFiles.Read("lists", "known.jsonl"),
            SeedFiles.Utf8($$$"""
                {"schema":"hashmatch/hash@1","path":"a.jpg","status":"ok","width":640,"md5":"{{{Md5}}}","profile":"pdq-1","hash":"{{{Pdq}}}","quality":100}
                {"schema":"hashmatch/hash@1","path":"b.jpg","status":"failed","error":{"code":"corrupt","message":"x"}}
                {"schema":"hashmatch/hash@1","path":"c.jpg","status":"ok","profile":"pdq-1","hash":"{{{Pdq}}}","quality":99,"trimmed":{"border":"letterbox"}}

                """),
        ],
        ListFormat.Vics => [SeedFiles.Read("exchange", "vics-2.0.json"), SeedFiles.Read("exchange", "vics-1.3-cases.json")],
        ListFormat.HashSharing => [SeedFiles.Read("exchange", "hash-sharing.xml")],
        ListFormat.StopNcii => [SeedFiles.Read("exchange", "stopncii.json")],
        ListFormat.NsrlText => [SeedFiles.Read("exchange", "NSRLFile.txt")],
        _ => [.. new[] { ListFormat.Text, ListFormat.JsonLines, ListFormat.Vics, ListFormat.HashSharing, ListFormat.StopNcii, ListFormat.NsrlText }.SelectMany(Of), "SQLite format 3\0"u8.ToArray()],
    };

    internal static IReadOnlyList<byte[]> Tokens { get; } =
    [
        .. CommonTokens.Texts(
            Pdq, Md5, Sha1, Sha256, "pdq ", "pdq:", "pdq=", "hash=", "md5", "sha1", "sha256", "xxh128", "id", "labels", "\n#", "\\", " *", "  ",
            "\"id\":", "\"pdq\":", "\"md5\":", "\"removed\":true", "\"labels\":[", "\"otherHashes\":[{\"name\":\"x\",\"value\":\"y\"}]", "\"feedback\":{",
            "\"radius\":", "\"role\":\"ignore\"", "\"role\":", "\"version\":", "\"name\":", "\"profile\":\"pdq-fast\"", "\"profile\":", "\"algorithm\":\"pdq\"",
            "\"schema\":\"hashmatch/list@1\"", "\"schema\":\"hashmatch/hash@1\"", "\"updated\":", "\"created\":", "\"owner\":", "\"source\":",
            "\"value\":[", "\"Media\":[", "\"MediaID\":", "\"Category\":", "\"Hashes\":[", "\"HashName\":\"PDQ\"", "\"HashValue\":", "\"CaseID\":", "\"@odata.context\":",
            "\"hashRecords\":[", "\"signalType\":\"ImagePDQ\"", "\"hashValue\":", "\"hashStatus\":\"Withdrawn\"", "\"caseNumbers\":{", "\"CSPFeedbacks\":[",
            "<image>", "</image>", "<images>", "<id>", "</id>", "<fingerprints>", "<pdq>", "</pdq>", "<md5>", "<deletedImage>", "<member id=\"1\">", "<!--", "-->",
            "<![CDATA[", "]]>", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&lt;", "&#0;", "&#xD800;", "&b;", "<?xml version=\"1.1\" encoding=\"UTF-16\"?>", "<?a?>", " xmlns=\"x\"", "<a:b/>",
            "\"SHA-1\",\"MD5\",", "\"SHA-1\"", "\"FileName\""),
    ];
}
