using System.Text;
using HashMatch.Hashes;
using HashMatch.Matching;

namespace HashMatch.Lists.Tests;

public class ListFormatTests
{
    const string Md5 = "d41d8cd98f00b204e9800998ecf8427e";

    [Theory]
    [InlineData("vics-2.0.json", ListFormat.Vics, 4, 0)]
    [InlineData("vics-1.3-cases.json", ListFormat.Vics, 3, 0)]
    [InlineData("hash-sharing.xml", ListFormat.HashSharing, 3, 2)]
    [InlineData("stopncii.json", ListFormat.StopNcii, 2, 1)]
    [InlineData("NSRLFile.txt", ListFormat.NsrlText, 2, 0)]
    [InlineData("provenance.jsonl", ListFormat.JsonLines, 2, 1)]
    public void The_content_tells_the_format_and_every_row_is_used(string file, ListFormat format, int entries, int tombstones)
    {
        using var reader = ListTexts.Open(ListTexts.Exchange(file));
        ListTexts.Rows(reader);

        Assert.Equal(format, reader.Format);
        Assert.Equal(new ListCounts(entries, tombstones, 0), reader.Counts);
    }

    [Theory]
    [InlineData("hash-sharing.xml", "2024-03-02T12:00:00Z")]
    [InlineData("stopncii.json", "1709300000")]
    [InlineData("provenance.jsonl", "4")]
    public void The_version_is_known_before_the_first_row_is_asked_for(string file, string version)
    {
        using var reader = ListTexts.Open(ListTexts.Exchange(file));

        Assert.Equal(version, reader.Header.Version);
        Assert.Equal(0, reader.Counts.Rows);
    }

    [Fact]
    public void A_null_category_is_not_category_0_and_flags_stay_as_they_came()
    {
        var entries = ListTexts.Entries(ListTexts.Exchange("vics-2.0.json"));

        Assert.Equal(["category-1", "", "category-0", "category-2"], entries.Select(entry => string.Join(';', entry.Labels)));
        Assert.Contains("\"Category\":null", entries[1].ExtraFields, StringComparison.Ordinal);
        Assert.Contains("\"IsPrecategorized\":\"True\"", entries[0].ExtraFields, StringComparison.Ordinal);
        Assert.Contains("\"IsPrecategorized\":true", entries[3].ExtraFields, StringComparison.Ordinal);
        Assert.Contains("\"Unknown\":{\"a\":[1,2.5]}", entries[3].ExtraFields, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_media_share_an_md5_and_each_has_its_own_id_and_hashes()
    {
        var entries = ListTexts.Entries(ListTexts.Exchange("vics-2.0.json"));

        Assert.Equal(["1", "2", "3", "4"], entries.Select(entry => entry.Id));
        Assert.Equal(entries[1].Digests[0], entries[2].Digests[0]);
        Assert.All(entries, entry => Assert.NotNull(entry.Pdq));
        Assert.All(entries, entry => Assert.Equal("PhotoDNA", Assert.Single(entry.OtherHashes).Name));
        Assert.Equal("2024-03-01T10:00:00Z", entries[0].Provenance?.Updated);
    }

    [Fact]
    public void Media_of_cases_say_which_case_and_application_they_come_from()
    {
        var entries = ListTexts.Entries(ListTexts.Exchange("vics-1.3-cases.json"));

        Assert.Equal([("7", "2024-1", "Example"), ("8", "2024-1", "Example"), ("7", "2024-2", null)],
            entries.Select(entry => (entry.Id, entry.Provenance?.Owner, entry.Provenance?.Source)));
    }

    [Fact]
    public void Cases_are_told_by_their_fields_where_no_context_says_so()
    {
        var rows = ListTexts.Rows($$"""{"value":[{"CaseNumber":"1","Media":[{"MediaID":5,"MD5":"{{Md5}}"}]},{"CaseNumber":"2","Media":[]}]}""");

        Assert.Equal("5", Assert.Single(rows).Entry?.Id);
    }

    [Fact]
    public void Hash_sharing_keeps_members_feedback_references_and_paging()
    {
        using var reader = ListTexts.Open(ListTexts.Exchange("hash-sharing.xml"));
        var entries = ListTexts.Rows(reader).ConvertAll(row => row.Entry!);

        Assert.Equal([("e-1", "42", false), ("e-2", "42", false), ("e-2", "42", true), ("e-1", "43", true), ("e-3", "42", false)],
            entries.Select(entry => (entry.Id, entry.Provenance?.Owner, entry.IsRemoved)));
        Assert.Equal(new ListFeedback(2, 1), entries[0].Provenance?.Feedback);
        Assert.Null(entries[1].Provenance?.Feedback);
        Assert.Equal(["pdna", "videntifier@href"], entries[0].OtherHashes.Select(hash => hash.Name));
        Assert.Equal("2024-03-02T12:00:00Z", reader.Header.Version);
        Assert.Contains("from=2", reader.Header.ExtraFields, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tombstone_withdraws_its_own_members_entry_alone()
    {
        using MemoryStream stream = new(ListTexts.Exchange("hash-sharing.xml"));
        var result = KnownListReader.Read(stream, new ListReadOptions { Name = "x" });

        Assert.Equal(["e-1", "e-3"], result.List.Entries.Select(entry => entry.Id));
        Assert.Equal((5L, 3L), (result.Rows, result.Withdrawn));
    }

    [Fact]
    public void Of_several_tombstones_the_latest_counts_wherever_it_stands()
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(
            $$"""
            {"id":"1","md5":"{{Md5}}","updated":"2024-03-05T00:00:00Z"}
            {"id":"1","removed":true,"updated":"2024-03-10T00:00:00Z"}
            {"id":"1","removed":true,"updated":"2024-03-03T00:00:00Z"}
            {"id":"2","md5":"{{Md5}}","updated":"2024-03-05T00:00:00Z"}
            {"id":"2","removed":true}
            {"id":"2","removed":true,"updated":"2024-03-03T00:00:00Z"}
            """));

        Assert.Empty(KnownListReader.Read(stream, new ListReadOptions { Name = "x" }).List.Entries);
    }

    [Fact]
    public void An_entry_changed_after_its_tombstone_lives()
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(
            $$"""
            {"id":"1","md5":"{{Md5}}","updated":"2024-03-02T00:00:00Z"}
            {"id":"1","removed":true,"updated":"2024-03-01T00:00:00Z"}
            {"id":"2","md5":"{{Md5}}","updated":"1709164800"}
            {"id":"2","removed":true,"updated":"1709164801"}
            """));

        Assert.Equal("1", Assert.Single(KnownListReader.Read(stream, new ListReadOptions { Name = "x" }).List.Entries).Id);
    }

    [Fact]
    public void Nsrl_is_for_ignoring_alone()
    {
        using MemoryStream ignored = new(ListTexts.Exchange("NSRLFile.txt"));
        using MemoryStream known = new(ListTexts.Exchange("NSRLFile.txt"));

        var list = KnownListReader.Read(ignored, new ListReadOptions { Name = "x", Role = ListRole.Ignore }).List;
        Assert.All(list.Entries, entry => Assert.Null(entry.Pdq));
        Assert.Equal([DigestKind.Md5, DigestKind.Sha1], list.DigestKinds.Order());
        Assert.Throws<ListFormatException>(() => KnownListReader.Read(known, new ListReadOptions { Name = "x" }));
    }

    [Fact]
    public void A_byte_order_mark_or_utf_16_changes_nothing()
    {
        var text = Encoding.UTF8.GetString(ListTexts.Exchange("vics-1.3-cases.json"));
        byte[] wide = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)];

        Assert.Equal(ListTexts.Entries(Encoding.UTF8.GetBytes(text)).Select(ListTexts.TextOf), ListTexts.Entries(wide).Select(ListTexts.TextOf));
    }

    [Theory]
    [InlineData("""{"MediaID":1,"MD5":"zz"}""", "'MD5' must be 32")]
    [InlineData("""{"MediaID":1}""", "no hash")]
    [InlineData("""{"MediaID":1,"MD5":"d41d8cd98f00b204e9800998ecf8427e","Hashes":[1]}""", "HashName")]
    [InlineData("7", "not a JSON object")]
    [InlineData("""[{"MD5":"d41d8cd98f00b204e9800998ecf8427e"}]""", "not a JSON object")]
    [InlineData("""{"MD5":"d41d8cd98f00b204e9800998ecf8427e","x":"\ud800"}""", "Unicode")]
    public void A_bad_record_is_named_by_number_and_byte_and_the_rest_goes_in(string bad, string reason)
    {
        var text = $$"""{"odata.metadata":"x#Media","value":[{"MediaID":1,"MD5":"{{Md5}}"}, {{bad}},{"MediaID":3,"MD5":"{{Md5}}"}]}""";
        var rows = ListTexts.Rows(text);

        Assert.Equal([true, false, true], rows.Select(row => row.IsEntry));
        Assert.Contains(reason, rows[1].Error?.Reason, StringComparison.Ordinal);
        Assert.Equal(new ListPlace(ListPlaceUnit.Record, 2, text.IndexOf("}, ", StringComparison.Ordinal) + 3), rows[1].Place);
    }

    [Theory]
    [InlineData("""{"odata.metadata":"x#Media","value":[{"MediaID":1""")]
    [InlineData("""{"odata.metadata":"x#Media","value":7}""")]
    [InlineData("""{"hashRecords":[{"hashValue":"x"}]""")]
    [InlineData("<queryResult><images><image>")]
    [InlineData("<other/>")]
    [InlineData("""<!DOCTYPE queryResult [<!ENTITY a "b">]><queryResult/>""")]
    public void A_broken_document_is_an_error_of_its_own(string text) =>
        Assert.Throws<ListFormatException>(() => ListTexts.Rows(text));

    [Fact]
    public void A_record_too_large_to_hold_is_a_bad_row_and_the_rest_goes_in()
    {
        var parts = string.Join(',', Enumerable.Repeat($"\"{new string('a', 1 << 16)}\"", 300));
        var rows = ListTexts.Rows($$"""{"odata.metadata":"x#Media","value":[{"MediaID":1,"x":[{{parts}}]},{"MediaID":3,"MD5":"{{Md5}}"}]}""");

        Assert.Equal([false, true], rows.Select(row => row.IsEntry));
        Assert.Contains("larger than", rows[0].Error?.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_endless_attribute_ends_the_document()
    {
        var text = $"<queryResult><images x=\"{new string('a', ListReader.MaxRecordBytes + 100_000)}\"/></queryResult>";

        Assert.Contains("larger than", Assert.Throws<ListFormatException>(() => ListTexts.Rows(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rollup_table_of_an_exchange_has_its_ids_and_times()
    {
        var entry = Assert.Single(ListTexts.Rows($"indicator,first_descriptor_id,added_on,labels\n{Md5},17,2020-01-01,A\n")).Entry!;

        Assert.Equal(("17", "2020-01-01", "A"), (entry.Id, entry.Provenance?.Created, entry.Labels[0]));
    }
}
