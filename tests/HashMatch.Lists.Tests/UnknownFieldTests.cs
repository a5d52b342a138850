using System.Text;
using System.Text.Json;

namespace HashMatch.Lists.Tests;

/// <summary>Fields a list has and we know nothing of, whatever they are called.</summary>
public class UnknownFieldTests
{
    const string Pdq = "8e1d8c4e40f33318f0e78e69e9c370e1331bccf00e4e356f1e909b988e6ee4e7";
    const string Md5 = "9700dec49c84fbc1c721aef44e691771";

    public static TheoryData<string> Names =>
    [
        "schema", "id", "pdq", "md5", "sha1", "sha256", "xxh128", "otherHashes", "labels", "removed", "source", "owner", "created", "updated", "feedback",
        "unknown", "unknown:pdq", "unknown:unknown:removed", "unknown:x", "name", "hash",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_field_called_like_one_of_ours_comes_back_as_what_it_was(string name)
    {
        foreach (var value in (string[])[$"\"{Pdq}\"", $"\"{Md5}\"", "\"hashmatch/hash@1\"", "true", "[\"a\"]", "null", "{\"affirmative\":1,\"negative\":2}"])
        {
            var record = $$"""{"hashRecords":[{"signalType":"ImagePDQ","hashValue":"{{Pdq}}","hashStatus":"Active","{{name}}":{{value}},"z":1}]}""";
            var entry = Assert.Single(ListTexts.Entries(Encoding.UTF8.GetBytes(record)));

            var back = Assert.Single(ListTexts.Entries(ListTexts.Write([entry], ListExportFormat.JsonLines).Bytes));

            Assert.Equal($$"""{"signalType":"ImagePDQ","hashStatus":"Active","{{name}}":{{value}},"z":1}""", back.ExtraFields);
            Assert.Equal((entry.Pdq, null, false, null), (back.Pdq, back.Id, back.IsRemoved, back.Provenance));
            Assert.Equal((0, 0, 0), (back.Digests.Count, back.Labels.Count, back.OtherHashes.Count));
        }
    }

    [Fact]
    public void Only_a_name_that_is_taken_is_written_as_another()
    {
        ListEntry entry = new() { Id = "1", Pdq = default(Hashes.Hash256), ExtraFields = """{"a":1,"source":[],"unknown:b":2,"unknown:id":3}""" };

        Assert.Equal($$"""{"id":"1","pdq":"{{new string('0', 64)}}","a":1,"unknown:source":[],"unknown:b":2,"unknown:unknown:id":3}""", ListTexts.TextOf(entry));
    }

    [Fact]
    public void A_header_keeps_such_fields_and_stays_a_header()
    {
        ListHeader header = new() { Name = "n", ExtraFields = """{"pdq":"x","hashRecords":[],"value":[],"role":7,"id":"5","unknown:name":"m"}""" };
        using var reader = ListTexts.Open(ListTexts.Write([], ListExportFormat.JsonLines, header).Bytes);

        Assert.Equal((ListFormat.JsonLines, header), (reader.Format, reader.Header));
        Assert.Empty(ListTexts.Rows(reader));
    }

    [Fact]
    public void A_page_that_is_not_the_last_is_read_back_as_our_own_form()
    {
        var page = $$"""{"nextPageToken":"t","hashRecords":[{"signalType":"ImagePDQ","hashValue":"{{Pdq}}","hashStatus":"Active"}]}""";
        using var reader = ListTexts.Open(page);
        var ours = ListTexts.Write(ListTexts.Rows(reader).Select(row => row.Entry!), ListExportFormat.JsonLines, reader.Header).Bytes;

        using var back = ListTexts.Open(ours);

        Assert.Equal((ListFormat.JsonLines, """{"nextPageToken":"t"}"""), (back.Format, back.Header.ExtraFields));
        Assert.Single(ListTexts.Rows(back));
    }

    [Fact]
    public void A_field_called_like_a_hash_of_VICS_becomes_none_there_and_is_counted()
    {
        ListEntry entry = new()
        {
            Id = "1",
            Pdq = default(Hashes.Hash256),
            ExtraFields = $$"""{"MD5":"{{Md5}}","PhotoDNA":"QUJD","x":1}""",
        };
        ListEntry other = new() { Id = "2", Digests = [.. ListTexts.Entries(Encoding.UTF8.GetBytes(Md5 + "\n"))[0].Digests], ExtraFields = $$"""{"Hashes":[{"HashName":"PDQ","HashValue":"{{Pdq}}"}]}""" };
        var (bytes, writer) = ListTexts.Write([entry, other], ListExportFormat.Vics);
        var back = ListTexts.Entries(bytes);

        Assert.Equal((0, 0, "{\"x\":1}"), (back[0].Digests.Count, back[0].OtherHashes.Count, back[0].ExtraFields));
        Assert.Null(back[1].Pdq);
        Assert.Equal(3, writer.Losses["fields"]);
    }

    [Fact]
    public void What_a_case_says_of_itself_is_kept_with_its_media_and_written_again()
    {
        var entries = ListTexts.Entries(ListTexts.Exchange("vics-1.3-cases.json"));

        Assert.Equal(
            ["""{"CaseID":"c-1","SourceApplicationVersion":"1.0"}""", """{"CaseID":"c-1","SourceApplicationVersion":"1.0"}""", """{"CaseID":"c-2"}"""],
            entries.Select(entry => JsonElement.Parse(entry.ExtraFields!).GetProperty("Case").GetRawText()));

        var cases = JsonElement.Parse(ListTexts.Write(entries, ListExportFormat.VicsCases).Bytes).GetProperty("value").EnumerateArray().ToList();

        Assert.Equal(["CaseID,SourceApplicationVersion,CaseNumber,SourceApplicationName,Media,TotalMediaFiles", "CaseID,CaseNumber,Media,TotalMediaFiles"],
            cases.Select(of => string.Join(',', of.EnumerateObject().Select(field => field.Name))));
        Assert.Equal([("c-1", "1.0", 2), ("c-2", null, 1)], cases.Select(of =>
            (of.GetProperty("CaseID").GetString()!, of.TryGetProperty("SourceApplicationVersion", out var version) ? version.GetString() : null, of.GetProperty("TotalMediaFiles").GetInt32())));
        Assert.All(cases, of => Assert.All(of.GetProperty("Media").EnumerateArray(), medium => Assert.False(medium.TryGetProperty("Case", out _))));
    }

    [Theory]
    [InlineData(""" "Note":{"a":[1,2.50]},"Empty":"" """, """{"CaseID":"1","Note":{"a":[1,2.50]},"Empty":""}""")]
    [InlineData(""" "Half":"\ud800","Note":null """, """{"CaseID":"1","Note":null}""")]
    [InlineData(""" "Long":"LONG","Note":true """, """{"CaseID":"1","Note":true}""")]
    [InlineData(""" "TotalMediaFiles":9 """, """{"CaseID":"1"}""")]
    public void What_is_no_text_or_too_long_for_every_medium_to_say_is_left_out(string fields, string kept)
    {
        var document = $$"""{"@odata.context":"x#Cases","value":[{"CaseID":"1",{{fields.Replace("LONG", new string('x', 4096), StringComparison.Ordinal)}},"CaseNumber":"7","Media":[{"MediaID":1,"MD5":"{{Md5}}"}],"Behind":1}]}""";

        var entry = Assert.Single(ListTexts.Entries(Encoding.UTF8.GetBytes(document)));

        Assert.Equal(("7", $$"""{"Case":{{kept}}}"""), (entry.Provenance?.Owner, entry.ExtraFields));
    }

    [Fact]
    public void An_entry_whose_own_field_is_called_Case_keeps_it()
    {
        ListEntry Of(string fields) => new() { Id = "1", Pdq = default(Hashes.Hash256), ExtraFields = fields };
        string[] fields = ["""{"Case":7}""", """{"Case":{}}""", """{"Case":{"Media":[]}}""", """{"Case":{"CaseNumber":"x"}}"""];
        var (bytes, writer) = ListTexts.Write(fields.Select(Of), ListExportFormat.VicsCases);

        Assert.Empty(writer.Losses);
        Assert.Equal(fields.Select(text => text[..^1] + ",\"Case\":{\"CaseID\":\"1\"}}"), ListTexts.Entries(bytes).Select(entry => entry.ExtraFields));
        Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(ListTexts.Write(ListTexts.Entries(bytes), ListExportFormat.VicsCases).Bytes));
    }
}
