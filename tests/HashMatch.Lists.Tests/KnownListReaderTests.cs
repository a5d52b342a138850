using System.Text;
using HashMatch.Hashes;
using HashMatch.Matching;

namespace HashMatch.Lists.Tests;

public class KnownListReaderTests
{
    const string Pdq = "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";
    const string Sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    const string Md5 = "d41d8cd98f00b204e9800998ecf8427e";
    const string Sha1 = "da39a3ee5e6b4b0d3255bfef95601890afd80709";

    [Theory]
    [InlineData(Pdq)]
    [InlineData("  " + Pdq + "\r")]
    [InlineData(Pdq + ",100,photo.jpg")]
    [InlineData(Sha256 + ",anything")]
    [InlineData("pdq " + Pdq)]
    [InlineData("hash=" + Pdq + ",x")]
    [InlineData("F8F8F0CEE0F4A84F06370A22038F63F0B36E2ED596621E1D33E6B39C4E9C9B22")]
    public void Rows_of_pdq_text_and_csv_are_hashes(string row)
    {
        var entry = Assert.Single(Read(row).List.Entries);

        Assert.NotNull(entry.Pdq);
        Assert.Empty(entry.Digests);
        Assert.Equal("1", entry.Id);
    }

    [Theory]
    [InlineData(Md5 + "  name.jpg", DigestKind.Md5)]
    [InlineData(Md5 + " *name.jpg", DigestKind.Md5)]
    [InlineData("\\" + Md5 + "  na\\nme.jpg", DigestKind.Md5)]
    [InlineData(Md5, DigestKind.Md5)]
    [InlineData(Sha1 + "  name.jpg", DigestKind.Sha1)]
    [InlineData(Sha256 + "  name.jpg", DigestKind.Sha256)]
    public void Rows_of_the_md5sum_family_are_digests(string row, DigestKind kind)
    {
        var entry = Assert.Single(Read(row).List.Entries);

        Assert.Null(entry.Pdq);
        Assert.Equal(kind, Assert.Single(entry.Digests).Kind);
    }

    [Fact]
    public void Sixty_four_digits_alone_that_are_no_typical_pdq_hash_must_be_named()
    {
        var refused = Read(Sha256);
        var asSha256 = Read(Sha256, ListHashType.Sha256);
        var asPdq = Read(Sha256, ListHashType.Pdq);

        Assert.Contains("PDQ or SHA-256", Assert.Single(refused.Errors).Reason, StringComparison.Ordinal);
        Assert.Equal(DigestKind.Sha256, Assert.Single(Assert.Single(asSha256.List.Entries).Digests).Kind);
        Assert.NotNull(Assert.Single(asPdq.List.Entries).Pdq);
    }

    [Theory]
    [InlineData("hash,id,labels")]
    [InlineData("pdq,id,label")]
    [InlineData("PDQ, Id , Labels")]
    public void A_csv_header_names_the_columns(string header)
    {
        var list = Read($"{header}\n{Pdq},42,A;severity-2\n{Pdq},,\n").List;

        Assert.Equal(["42", "3"], list.Entries.Select(entry => entry.Id));
        Assert.Equal(["A", "severity-2"], list.Entries[0].Labels);
        Assert.Empty(list.Entries[1].Labels);
    }

    [Fact]
    public void Columns_may_come_in_any_order_and_unknown_ones_are_left_alone()
    {
        var entry = Assert.Single(Read($"added_on,id,md5\n2020,x1,{Md5}").List.Entries);

        Assert.Equal("x1", entry.Id);
        Assert.Equal(DigestKind.Md5, Assert.Single(entry.Digests).Kind);
    }

    [Fact]
    public void A_first_row_that_mentions_a_column_is_still_a_row()
    {
        Assert.Equal(2, Read($"{Pdq},hash,id\n{Pdq},x,y").List.Entries.Count);
    }

    [Theory]
    [InlineData("# made by hand\nhash,id\n" + Pdq + ",42")]
    [InlineData("# made by hand\n{\"id\":\"42\",\"pdq\":\"" + Pdq + "\"}")]
    public void A_comment_before_the_header_changes_nothing(string text)
    {
        Assert.Equal("42", Assert.Single(Read(text).List.Entries).Id);
    }

    [Fact]
    public void Json_lines_carry_header_digests_and_labels()
    {
        var list = Read($$"""
            {"schema":"hashmatch/list@1","name":"demo","version":"3","role":"known","radius":20,"profile":"pdq-1"}
            {"id":"42","pdq":"{{Pdq}}","md5":"{{Md5}}","sha256":"{{Sha256}}","labels":["A","severity-2"],"source":"elsewhere"}
            {"sha1":"{{Sha1}}"}
            """).List;

        Assert.Equal(("demo", "3", 20, "pdq-1"), (list.Name, list.Version, list.Radius, list.Profile));
        Assert.Equal(["42", "3"], list.Entries.Select(entry => entry.Id));
        Assert.Equal(Hash256.Parse(Pdq), list.Entries[0].Pdq);
        Assert.Equal([DigestKind.Md5, DigestKind.Sha256], list.Entries[0].Digests.Select(digest => digest.Kind));
        Assert.Equal(["A", "severity-2"], list.Entries[0].Labels);
    }

    [Fact]
    public void The_header_is_optional()
    {
        var list = Read($$"""{"id":7,"pdq":"{{Pdq}}"}""").List;

        Assert.Equal("given", list.Name);
        Assert.Null(list.Version);
        Assert.Equal("7", Assert.Single(list.Entries).Id);
    }

    [Theory]
    [InlineData("""{"role":"ignore"}""")]
    [InlineData("""{"role":"other"}""")]
    [InlineData("""{"name":"x","radius":300}""")]
    [InlineData("""{"name":"x","radius":"9"}""")]
    [InlineData("""{"name":"x","algorithm":"phash"}""")]
    public void A_header_that_contradicts_its_use_is_refused(string header)
    {
        Assert.Throws<ListFormatException>(() => Read(header));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData(Pdq + "0")]
    [InlineData(Pdq + ";x")]
    [InlineData("name  " + Md5)]
    [InlineData("""{"id":"1"}""")]
    [InlineData("""{"id":"1","pdq":"00"}""")]
    [InlineData("""{"id":"1","pdq":7}""")]
    [InlineData("""{"id":"1","md5":"zz"}""")]
    [InlineData("""{"id":"1","pdq":"\ud800"}""")]
    [InlineData("""{"id":"1","md5":"d41d8cd98f00b204e9800998ecf8427e","labels":"A"}""")]
    [InlineData("""{"id":"1","md5":"d41d8cd98f00b204e9800998ecf8427e","labels":[1]}""")]
    [InlineData("""{"id":""")]
    [InlineData("""{"\ud800":1,"md5":"d41d8cd98f00b204e9800998ecf8427e"}""")]
    [InlineData("[1]")]
    public void A_bad_row_is_named_by_line_and_reason_and_the_rest_goes_in(string bad)
    {
        var good = bad.StartsWith('{') || bad.StartsWith('[') ? $$"""{"pdq":"{{Pdq}}"}""" : Pdq;

        var result = Read($"{good}\n\n{bad}\n{good}");

        Assert.Equal(2, result.List.Entries.Count);
        Assert.Equal(3, result.Rows);
        var error = Assert.Single(result.Errors);
        Assert.Equal(3, error.Line);
        Assert.NotEmpty(error.Reason);
    }

    [Theory]
    [InlineData("""{"id":"7","phash":"0011"}""")]
    [InlineData("""{"comment":"nothing of a header"}""")]
    [InlineData("""{"id":"7","pdq":"00""")]
    [InlineData("""{"id":"7","pdq" : "00""")]
    [InlineData("""{"name":"a.png","sha3-256":"aabbccddeeff00112233445566778899aabbccddeeff00112233445566778899"}""")]
    [InlineData("""{"version":"2","name":"a.png","Md5":"d41d8cd98f00b204e9800998ecf8427e"}""")]
    [InlineData("""{"schema":"another/schema@1"}""")]
    [InlineData("""{"name":"\ud800","pdq":"00"}""")]
    public void A_first_row_without_a_usable_hash_is_a_bad_row_and_no_header(string first)
    {
        var result = Read($"{first}\n{{\"md5\":\"{Md5}\"}}");

        Assert.Equal(1, Assert.Single(result.Errors).Line);
        Assert.Single(result.List.Entries);
        Assert.Equal(2, result.Rows);
    }

    [Theory]
    [InlineData("""{"name":"x","radius":10""")]
    [InlineData("{")]
    [InlineData("""{"name":"x","algorithm":"pdq","radius":10""")]
    [InlineData("""{"name":"x","radius":10,"profile":"pdq""")]
    [InlineData("""{"name":"\ud800","radius":10}""")]
    [InlineData("""{"\ud800":"x","radius":10}""")]
    public void A_first_line_that_may_have_been_the_header_is_not_passed_over(string first) =>
        Assert.Throws<ListFormatException>(() => Read($"{first}\n{{\"md5\":\"{Md5}\"}}"));

    [Fact]
    public void A_header_with_fields_of_an_entry_is_still_the_header()
    {
        var list = Read($"{{\"name\":\"x\",\"radius\":3,\"id\":\"7\",\"labels\":[\"A\"]}}\n{{\"pdq\":\"{Pdq}\"}}").List;

        Assert.Equal(("x", 3, 1), (list.Name, list.Radius, list.Entries.Count));
    }

    [Theory]
    [InlineData("""{"name":"x","radius":3,"checksum":"d41d8cd98f00b204e9800998ecf8427e"}""")]
    [InlineData("""{"schema":"hashmatch/list@1","radius":3,"name":"x","checksum":"d41d8cd98f00b204e9800998ecf8427e"}""")]
    public void A_header_that_says_how_to_match_may_hold_a_checksum(string header)
    {
        var list = Read($"{header}\n{{\"pdq\":\"{Pdq}\"}}").List;

        Assert.Equal(("x", 3, 1), (list.Name, list.Radius, list.Entries.Count));
    }

    [Fact]
    public void Records_of_hashed_pictures_are_a_list()
    {
        var result = Read($$"""
            {"schema":"hashmatch/hash@1","path":"a","status":"failed","error":{"code":"empty","message":"x"} }
            {"schema":"hashmatch/hash@1","path":"b","status":"ok","xxh128":"{{Md5}}","profile":"pdq-512","hash":"{{Pdq}}","quality":100}
            {"schema":"hashmatch/hash@1","path":"c","status":"low-quality","profile":"pdq-512","hash":"{{Pdq}}","quality":1}
            {"schema":"hashmatch/hash@1","path":"d","status":"ok","profile":"pdq-1","hash":"{{Pdq}}","quality":100}
            """);

        var entry = Assert.Single(result.List.Entries);
        Assert.Equal(("b", true, 1), (entry.Id, entry.Pdq.HasValue, entry.Digests.Count));
        Assert.Equal("pdq-512", result.List.Profile);
        Assert.Equal([1, 3, 4], result.Errors.Select(error => error.Line));
    }

    [Fact]
    public void Every_hash_column_counts_and_cells_may_be_quoted()
    {
        var result = Read($"path,status,sha256,md5,hash,labels\n\"a, \"\"b\"\"\",ok,{Sha256},,{Pdq},\"A;B\"\nx,ok,,,\"{Pdq},\n");

        var entry = Assert.Single(result.List.Entries);
        Assert.Equal("a, \"b\"", entry.Id);
        Assert.NotNull(entry.Pdq);
        Assert.Equal(DigestKind.Sha256, Assert.Single(entry.Digests).Kind);
        Assert.Equal(["A", "B"], entry.Labels);
        Assert.Contains("not closed", Assert.Single(result.Errors).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_never_repeat_a_hash()
    {
        string[] rows = [Pdq[..63] + "g", Sha256, Pdq + "00", $$"""{"pdq":"{{Pdq}}0"}""", $$"""{"pdq":"{{Pdq}}" """];
        foreach (var row in rows)
        {
            var error = Assert.Single(Read(row).Errors);

            Assert.DoesNotContain(Pdq[..8], error.Reason, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Sha256[..8], error.Reason, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Byte_order_mark_comments_and_blank_lines_are_no_rows()
    {
        var result = Read($"\uFEFF# made by hand\n\n{Pdq}\n   \n# end");

        Assert.Equal(1, result.Rows);
        Assert.Equal("3", Assert.Single(result.List.Entries).Id);
    }

    [Fact]
    public void An_empty_file_is_an_empty_list()
    {
        var result = Read("");

        Assert.Equal((0, 0L), (result.List.Entries.Count, result.Rows));
    }

    [Fact]
    public void A_line_without_end_costs_bounded_memory_and_one_row()
    {
        var result = Read(new string('a', KnownListReader.MaxLineLength + 5000) + "\n" + Pdq);

        Assert.Equal(1, Assert.Single(result.Errors).Line);
        Assert.Equal("2", Assert.Single(result.List.Entries).Id);
    }

    static ListReadResult Read(string text, ListHashType type = ListHashType.Auto)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
        return KnownListReader.Read(stream, new ListReadOptions { Name = "given", Role = ListRole.Known, HashType = type });
    }
}
