using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace HashMatch.Lists.Tests;

public class ListRoundTripProperties
{
    [Property(MaxTest = 300)]
    public Property Our_own_form_comes_back_byte_by_byte() =>
        Prop.ForAll(Gen.ListOf(ListGenerators.Entry).ToArbitrary(), ListGenerators.Header.ToArbitrary(), (entries, header) =>
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
        Prop.ForAll(Gen.ListOf(ListGenerators.Entry).ToArbitrary(), Gen.Elements(Enum.GetValues<ListExportFormat>()).ToArbitrary(), (entries, format) =>
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
    [InlineData("vics-1.3-cases.json", ListExportFormat.VicsCases)]
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
    public void Neighbours_of_one_owner_and_source_are_the_media_of_one_case()
    {
        ListEntry Of(string? owner, string? source) => new()
        {
            Id = "5",
            Pdq = default(Hashes.Hash256),
            Provenance = new ListProvenance { Owner = owner, Source = source },
        };
        var (bytes, writer) = ListTexts.Write([Of("a", "x"), Of("a", "x"), Of("a", null), Of("b", ""), Of(null, null)], ListExportFormat.VicsCases);

        Assert.Equal([2, 1, 1, 1], JsonElement.Parse(bytes).GetProperty("value").EnumerateArray().Select(of => of.GetProperty("Media").GetArrayLength()));
        Assert.Equal([("a", "x"), ("a", "x"), ("a", null), ("b", null), (null, null)],
            ListTexts.Entries(bytes).Select(entry => (entry.Provenance?.Owner, entry.Provenance?.Source)));
        Assert.Equal(["source 1"], writer.Losses.Select(loss => $"{loss.Key} {loss.Value}"));
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
