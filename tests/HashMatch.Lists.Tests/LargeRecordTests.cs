using System.Text;
using HashMatch.Lists.Formats.Json;

namespace HashMatch.Lists.Tests;

/// <summary>One record as large as a document likes: bounded in memory, and no slower for being one.</summary>
public class LargeRecordTests
{
    [Fact]
    public void A_record_of_an_XML_document_is_bounded_as_a_whole()
    {
        using var stream = Repeated("<queryResult><images><image><id>1</id><fingerprints>", "<md5>d41d8cd98f00b204e9800998ecf8427e</md5>", ListReader.MaxRecordBytes + (1 << 20));

        var failure = Assert.Throws<ListFormatException>(() =>
        {
            using var reader = ListReader.Open(stream, new ListReadOptions { Name = "a" });
        });

        Assert.Contains("larger than", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_records_of_an_XML_document_are_not_one()
    {
        var image = $"<image><id>1</id><fingerprints><md5>d41d8cd98f00b204e9800998ecf8427e</md5></fingerprints><note>{new string('x', 1 << 20)}</note></image>";
        StringBuilder text = new("<queryResult><images>");
        for (var i = 0; i < 20; i++)
        {
            text.Append(image);
        }

        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text.Append("</images></queryResult>").ToString()));
        using var reader = ListReader.Open(stream, new ListReadOptions { Name = "a" });
        while (reader.TryRead(out _))
        {
        }

        Assert.Equal(new ListCounts(20, 0, 0), reader.Counts);
    }

    [Fact]
    public void Hundreds_of_thousands_of_digests_of_one_entry_are_each_kept_once()
    {
        StringBuilder text = new("""{"value":[{"MediaID":1,"Hashes":[""");
        const int Digests = 120_000;
        for (var i = 0; i < 2 * Digests; i++)
        {
            text.Append(i == 0 ? "" : ",").Append($$"""{"HashName":"MD5","HashValue":"{{i % Digests:x32}}"}""");
        }

        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text.Append("]}]}").ToString()));
        using var reader = ListReader.Open(stream, new ListReadOptions { Name = "a" });

        Assert.True(reader.TryRead(out var row));
        Assert.Equal(Digests, row.Entry?.Digests.Count);
    }

    [Fact]
    public void A_stream_that_gives_a_byte_at_a_time_is_looked_through_a_few_times()
    {
        const int Bytes = 1 << 20;
        using RefilledBuffer buffer = new(new TricklingStream(Bytes));
        var refills = 0;
        while (!buffer.IsFinal)
        {
            Assert.True(buffer.TryRefill(0));
            refills++;
        }

        Assert.Equal(Bytes, buffer.From(0).Length);
        Assert.InRange(refills, 1, 32);
    }

    static MemoryStream Repeated(string start, string part, int length)
    {
        StringBuilder text = new(start);
        while (text.Length < length)
        {
            text.Append(part);
        }

        return new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
    }

    sealed class TricklingStream(int length) : MemoryStream(new byte[length])
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);
    }
}
