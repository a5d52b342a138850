using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using HashMatch.Hashes;

namespace HashMatch.Lists.Tests;

public class ListRoundTripProperties
{
    static readonly string[] s_texts = ["a", "k-01", "A;B", "  b ", "ü \"q\", z", "x\ny", "\\n", "category-2", "-", "#", "{\"a\":1}", "7", "e\u0301\U0001F600"];

    static Gen<string> Text => Gen.Elements(s_texts);

    static Gen<string?> Maybe(Gen<string> text) => Gen.OneOf(Gen.Constant<string?>(null), text.Select(value => (string?)value));

    static Gen<byte[]> Bytes(int count) => Gen.ArrayOf(Gen.Choose(0, 255).Select(value => (byte)value), count);

    static Gen<ContentDigest> Digest =>
        from kind in Gen.Elements(Enum.GetValues<DigestKind>())
        from bytes in Bytes(ContentDigest.ByteLength(kind))
        select ContentDigest.TryParse(kind, Convert.ToHexStringLower(bytes), out var digest) ? digest : throw new InvalidOperationException();

    static Gen<ListProvenance?> Provenance =>
        from source in Maybe(Text)
        from owner in Maybe(Text)
        from updated in Maybe(Gen.Elements("2024-03-01T10:00:00Z", "1709290000", "someday"))
        from feedback in Gen.Choose(0, 5)
        select source is null && owner is null && updated is null && feedback == 0 ? null : new ListProvenance
        {
            Source = source,
            Owner = owner,
            Updated = updated,
            Feedback = feedback == 0 ? null : new ListFeedback(feedback, 1),
        };

    static Gen<ListEntry> Entry =>
        from id in Gen.OneOf(Maybe(Text), Gen.Choose(1, 99).Select(number => (string?)number.ToString(CultureInfo.InvariantCulture)))
        from pdq in Gen.OneOf(Gen.Constant<Hash256?>(null), Bytes(32).Select(bytes => (Hash256?)Hash256.FromBytes(bytes)))
        from digests in Gen.ListOf(Digest)
        from others in Gen.ListOf(Gen.Elements(new OpaqueHash("PhotoDNA", "QUJD"), new OpaqueHash("VideoTMK", "ü/+")))
        from labels in Gen.ListOf(Text)
        from isRemoved in Gen.Elements(false, false, false, true)
        from provenance in Provenance
        from extra in Gen.Elements(null, """{"note":"x\ny","n":2.50,"nested":{"a":[1,null,"ü"]}}""", """{"name":"a\\b.jpg","metadata":"100,b"}""")
        select new ListEntry
        {
            Id = id,
            Pdq = pdq ?? (digests.Count == 0 ? default(Hash256) : null),
            Digests = [.. digests.Distinct().OrderBy(digest => digest.Kind)],
            OtherHashes = [.. others],
            Labels = [.. labels],
            IsRemoved = isRemoved,
            Provenance = provenance,
            ExtraFields = extra,
        };

    static Gen<ListHeader> Header =>
        from name in Maybe(Text)
        from radius in Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(0, 256).Select(bits => (int?)bits))
        from extra in Gen.Elements(null, """{"contact":{"team":"x"}}""")
        select new ListHeader { Name = name, Version = "3", Role = Matching.ListRole.Ignore, Radius = radius, Algorithm = "pdq", ExtraFields = extra };

    [Property(MaxTest = 300)]
    public Property Our_own_form_comes_back_byte_by_byte() =>
        Prop.ForAll(Gen.ListOf(Entry).ToArbitrary(), Header.ToArbitrary(), (entries, header) =>
        {
            var (bytes, writer) = ListTexts.Write(entries, ListExportFormat.JsonLines, header);
            using var reader = ListTexts.Open(bytes);
            var read = ListTexts.Rows(reader).ConvertAll(row => row.Entry!);

            Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(ListTexts.Write(read, ListExportFormat.JsonLines, reader.Header).Bytes));
            Assert.Equal(entries.Count, read.Count);
            Assert.Empty(writer.Losses);
            Assert.All(entries.Zip(read), pair =>
            {
                Assert.Equal(pair.First.Pdq, pair.Second.Pdq);
                Assert.Equal(pair.First.Digests.ToHashSet(), pair.Second.Digests.ToHashSet());
                Assert.Equal(pair.First.Provenance, pair.Second.Provenance);
                Assert.Equal(pair.First.Labels, pair.Second.Labels);
                Assert.Equal((pair.First.Id, pair.First.IsRemoved), (pair.Second.Id, pair.Second.IsRemoved));
            });
        });

    /// <summary>What is written is read back; writing that again gives the same bytes and loses nothing more.</summary>
    [Property(MaxTest = 300)]
    public Property Every_other_format_comes_back_but_for_what_it_said_it_loses() =>
        Prop.ForAll(Gen.ListOf(Entry).ToArbitrary(), Gen.Elements(Enum.GetValues<ListExportFormat>()).ToArbitrary(), (entries, format) =>
        {
            var (bytes, writer) = ListTexts.Write(entries, format);
            var read = ListTexts.Entries(bytes);
            var again = ListTexts.Write(read, format);

            Assert.Equal(entries.Count, writer.Written + writer.LeftOut);
            Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(again.Bytes));
            Assert.Equal(0, again.Writer.LeftOut);
            if (writer.LeftOut == 0 && writer.Losses.Count == 0 && format is not ListExportFormat.StopNcii)
            {
                Assert.Equal(entries.Count, read.Count);
                Assert.All(entries.Zip(read), pair => Assert.Equal(pair.First.Pdq, pair.Second.Pdq));
                Assert.All(entries.Zip(read), pair => Assert.Equal(pair.First.Digests.ToHashSet(), pair.Second.Digests.ToHashSet()));
            }
        });

    [Theory]
    [InlineData("vics-2.0.json", ListExportFormat.Vics)]
    [InlineData("stopncii.json", ListExportFormat.StopNcii)]
    [InlineData("provenance.jsonl", ListExportFormat.JsonLines)]
    [InlineData("../lists/known-md5.txt", ListExportFormat.Md5Sums)]
    public void A_list_goes_through_our_own_form_and_back_without_loss(string file, ListExportFormat format)
    {
        var entries = ListTexts.Entries(ListTexts.Exchange(file));
        var ours = ListTexts.Entries(ListTexts.Write(entries, ListExportFormat.JsonLines).Bytes);
        var (back, writer) = ListTexts.Write(ours, format);

        Assert.Empty(writer.Losses);
        Assert.Equal(0, writer.LeftOut);
        Assert.Equal(entries.Select(ListTexts.TextOf), ListTexts.Entries(back).Select(ListTexts.TextOf));
    }

    [Fact]
    public void The_bytes_of_a_provenance_file_are_kept()
    {
        var bytes = ListTexts.Exchange("provenance.jsonl");
        using var reader = ListTexts.Open(bytes);
        var entries = ListTexts.Rows(reader).ConvertAll(row => row.Entry!);

        Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(ListTexts.Write(entries, ListExportFormat.JsonLines, reader.Header).Bytes));
    }

    [Fact]
    public void What_a_format_cannot_carry_is_counted()
    {
        var entries = ListTexts.Entries(ListTexts.Exchange("provenance.jsonl"));
        var (_, writer) = ListTexts.Write(entries, ListExportFormat.Csv, new ListHeader { Name = "x", Radius = 3 });

        Assert.Equal((2L, 1L), (writer.Written, writer.LeftOut));
        Assert.Equal(
            ["created 1", "digests 1", "feedback 1", "fields 2", "list.name 1", "list.radius 1", "otherHashes 1", "owner 1", "source 1", "updated 1"],
            writer.Losses.Select(loss => $"{loss.Key} {loss.Value}"));
    }
}
