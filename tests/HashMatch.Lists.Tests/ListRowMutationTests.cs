using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace HashMatch.Lists.Tests;

/// <summary>Ten thousand rows changed one by one within a document that stays whole: each of them is counted once.</summary>
public class ListRowMutationTests
{
    const int Rows = 10_000;
    const string Pdq = "8e1d8c4e40f33318f0e78e69e9c370e1331bccf00e4e356f1e909b988e6ee4e7";
    const string Md5 = "9700dec49c84fbc1c721aef44e691771";
    const string Medium = $$"""{"MediaID":1,"Category":2,"MD5":"{{Md5}}","DateUpdated":"2024-03-01T10:00:00Z","PhotoDNA":"QUJD","Hashes":[{"HashName":"PDQ","HashValue":"{{Pdq}}"}],"Series":null}""";
    const string Record = $$$"""{"lastModtimestamp":1709290000,"signalType":"ImagePDQ","hashValue":"{{{Pdq}}}","hashStatus":"Active","caseNumbers":{"c":"Active"}}""";

    [Theory]
    [InlineData("", "pdq " + Pdq)]
    [InlineData("", Pdq + ",100,a.jpg")]
    [InlineData("", Md5 + "  a name.jpg")]
    [InlineData("", "da39a3ee5e6b4b0d3255bfef95601890afd80709 *a.jpg")]
    [InlineData("", "466ec243808863950a3088244864109017904592bb2d5702d741299feebf7071  a.jpg")]
    [InlineData("indicator,first_descriptor_id,added_on,labels\n", Pdq + ",17,2020-01-01,A;B")]
    [InlineData("pdq,md5,id\n", Pdq + "," + Md5 + ",\"1,2\"")]
    [InlineData("\"SHA-1\",\"MD5\",\"CRC32\",\"FileName\",\"FileSize\",\"ProductCode\",\"OpSystemCode\",\"SpecialCode\"\n", "\"DA39A3EE5E6B4B0D3255BFEF95601890AFD80709\",\"" + Md5 + "\",\"0\",\"a \"\"b\"\".bmp\",1234,1,\"1\",\"\"")]
    [InlineData("{\"name\":\"x\"}\n", $$$"""{"id":"1","pdq":"{{{Pdq}}}","md5":"{{{Md5}}}","labels":["A"],"updated":"1","note":{"a":[1,2.50]}}""")]
    [InlineData("{\"name\":\"x\"}\n", """{"id":"1","removed":true,"owner":"b"}""")]
    [InlineData($$"""{"schema":"hashmatch/hash@1","path":"0","status":"ok","profile":"pdq-1","hash":"{{Pdq}}","quality":100}""" + "\n", $$"""{"schema":"hashmatch/hash@1","path":"a.jpg","status":"ok","profile":"pdq-1","hash":"{{Pdq}}","quality":100}""")]
    public void Lines(string first, string row)
    {
        Random random = new(42);
        string[] rows = [.. Enumerable.Range(0, Rows).Select(_ => OfText(row, random))];
        // A first line that is a row, so that no mutated one is taken for a header.
        first = first.Length == 0 ? row + "\n" : first;
        var expected = rows.Count(line => line.Trim() is { Length: > 0 } text && text[0] != '#') + (first.Contains(row[..9], StringComparison.Ordinal) ? 1 : 0);

        RequireCounts(first + string.Join('\n', rows), expected);
    }

    [Theory]
    [InlineData("{\"@odata.context\":\"x#Media\",\"value\":[", Medium, "]}")]
    [InlineData("{\"odata.metadata\":\"x#Cases\",\"value\":[{\"CaseID\":1,\"CaseNumber\":\"7\",\"Media\":[", Medium, "]}]}")]
    [InlineData("{\"count\":1,\"hashRecords\":[", Record, "],\"hasMoreRecords\":false}")]
    public void Json_records(string before, string row, string behind)
    {
        Random random = new(42);

        RequireCounts(before + string.Join(',', Enumerable.Range(0, Rows).Select(_ => OfJson(row, random))) + behind, Rows);
    }

    [Fact]
    public void Xml_elements()
    {
        const string Row = $"<image><member id='4'>M</member><timestamp>2024-03-01T10:00:00Z</timestamp><id>e-1</id><classification>A</classification><fingerprints><md5>{Md5}</md5><pdq>{Pdq}</pdq><pdna href='x'/></fingerprints><feedback><affirmativeFeedback><members><member id='5'/></members></affirmativeFeedback></feedback></image>";
        Random random = new(42);

        RequireCounts($"<queryResult><images>{string.Concat(Enumerable.Range(0, Rows).Select(_ => OfXml(Row, random)))}</images></queryResult>", Rows);
    }

    static void RequireCounts(string document, int expected)
    {
        using var reader = ListTexts.Open(document);
        var rows = ListTexts.Rows(reader);

        Assert.Equal(expected, rows.Count);
        Assert.Equal(expected, reader.Counts.Rows);
        Assert.Equal(rows.Count(row => row.Entry is { IsRemoved: false }), reader.Counts.Entries);
        Assert.Equal(rows.Count(row => row.Entry is { IsRemoved: true }), reader.Counts.Tombstones);
        Assert.Equal(rows.Count(row => row.Error is not null), reader.Counts.Rejected);
        // Some rows are broken by their change, and some survive it.
        Assert.InRange(reader.Counts.Rejected, expected / 100, expected * 99 / 100);
    }

    /// <summary>One to four characters put in, taken out or exchanged; never a line's end.</summary>
    static string OfText(string row, Random random)
    {
        StringBuilder text = new(row);
        for (var edits = random.Next(1, 5); edits > 0 && text.Length > 0; edits--)
        {
            var place = random.Next(text.Length);
            var c = random.Next(4) == 0 ? (char)random.Next(0x20, 0xD800) : "0aZ\"',;:{}[]\\/ \t#*="[random.Next(19)];
            switch (random.Next(4))
            {
                case 0:
                    text.Insert(place, c);
                    break;
                case 1:
                    text.Remove(place, random.Next(1, 4) is var count && place + count <= text.Length ? count : 1);
                    break;
                default:
                    text[place] = c;
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>A field taken out, given another kind of value or other characters, or the whole row made something else.</summary>
    static string OfJson(string row, Random random)
    {
        if (random.Next(50) == 0)
        {
            return (string[])["null", "7", "[]", "\"x\"", "{}", "[[{}]]"] is var others ? others[random.Next(others.Length)] : "";
        }

        var node = JsonNode.Parse(row)!.AsObject();
        for (var edits = random.Next(1, 4); edits > 0 && node.Count > 0; edits--)
        {
            var name = node.GetAt(random.Next(node.Count)).Key;
            node[name] = random.Next(7) switch
            {
                0 => null,
                1 => JsonValue.Create(random.NextInt64()),
                2 => new JsonArray(1, "x", new JsonObject { ["a"] = null }),
                3 => new JsonObject { [name] = "x" },
                4 => JsonValue.Create(random.Next(2) == 0),
                5 => JsonValue.Create(OfText(node[name]?.ToString() ?? "x", random)),
                _ => JsonValue.Create(""),
            };
            if (random.Next(3) == 0)
            {
                node.Remove(name);
            }
        }

        return node.ToJsonString();
    }

    static string OfXml(string row, Random random)
    {
        var element = XElement.Parse(row);
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            XElement[] parts = [.. element.Descendants()];
            if (parts.Length == 0)
            {
                break;
            }

            var part = parts[random.Next(parts.Length)];
            switch (random.Next(5))
            {
                case 0:
                    part.Remove();
                    break;
                case 1:
                    part.Name = "other";
                    break;
                case 2:
                    part.Add(new XElement(part.Name, "x"));
                    break;
                default:
                    part.Value = new string([.. OfText(part.Value.Length > 0 ? part.Value : "x", random).Where(System.Xml.XmlConvert.IsXmlChar)]);
                    break;
            }
        }

        if (random.Next(10) == 0)
        {
            element.Name = "deletedImage";
        }

        return element.ToString(SaveOptions.DisableFormatting);
    }
}
