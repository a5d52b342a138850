using System.Text;
using HashMatch.Matching;

namespace HashMatch.Lists.Tests;

public class ListMutationProperties
{
    const int Mutations = 10_000;

    [Theory]
    [InlineData("vics-2.0.json", ListFormat.Vics)]
    [InlineData("vics-1.3-cases.json", ListFormat.Vics)]
    [InlineData("hash-sharing.xml", ListFormat.HashSharing)]
    [InlineData("stopncii.json", ListFormat.StopNcii)]
    [InlineData("NSRLFile.txt", ListFormat.NsrlText)]
    [InlineData("provenance.jsonl", ListFormat.JsonLines)]
    [InlineData("../lists/known.csv", ListFormat.Text)]
    [InlineData("../lists/known-md5.txt", ListFormat.Text)]
    [InlineData("pdq", ListFormat.Text)]
    [InlineData("sha1", ListFormat.Text)]
    [InlineData("sha256", ListFormat.Text)]
    [InlineData("rollup", ListFormat.Text)]
    [InlineData("records", ListFormat.JsonLines)]
    public void Whatever_the_bytes_the_counts_add_up_and_errors_are_typed(string file, ListFormat format)
    {
        var whole = ListTexts.Sample(file);
        Random random = new(42);
        long broken = 0, rejected = 0, entries = 0;
        for (var i = 0; i < Mutations; i++)
        {
            // Half of them without being told the format.
            var given = i % 2 == 0 ? format : ListFormat.Auto;
            List<ListEntry> read = [];
            var bytes = Mutate(whole, random);
            long rows = 0;
            ListReader? reader = null;
            try
            {
                reader = ListTexts.Open(bytes, given);
                while (reader.TryRead(out var row))
                {
                    rows++;
                    read.AddRange(row.Entry is { } entry ? [entry] : []);
                    Assert.NotEqual(row.IsEntry, row.Error is not null);
                    Assert.DoesNotContain("8e1d8c4e40f33318", row.Error?.Reason ?? "", StringComparison.OrdinalIgnoreCase);
                    Assert.DoesNotContain("9700dec49c84", row.Error?.Reason ?? "", StringComparison.OrdinalIgnoreCase);
                }
            }
            catch (ListFormatException exception)
            {
                broken++;
                Assert.DoesNotContain("9700dec49c84", exception.ToString(), StringComparison.OrdinalIgnoreCase);
            }

            if (i % 5 == 0)
            {
                RequireSameSums(bytes, given, reader?.Counts);
                RequireFixedPoint(read);
            }

            if (reader is not null)
            {
                Assert.Equal(rows, reader.Counts.Entries + reader.Counts.Tombstones + reader.Counts.Rejected);
                rejected += reader.Counts.Rejected;
                entries += reader.Counts.Entries;
                reader.Dispose();
            }
        }

        // The mutations do what they are for: some break rows, and not all break the document.
        Assert.True(rejected > Mutations / 100 && entries > Mutations / 10 && broken < Mutations * 9 / 10,
            $"{broken} broken, {rejected} rejected, {entries} entries");
    }

    /// <summary>A list to match against takes in every row, leaves it out or has it withdrawn.</summary>
    static void RequireSameSums(byte[] bytes, ListFormat format, ListCounts? counts)
    {
        try
        {
            using MemoryStream stream = new(bytes);
            var result = KnownListReader.Read(stream, new ListReadOptions { Name = "x", Format = format, Role = format == ListFormat.NsrlText ? ListRole.Ignore : ListRole.Known });
            Assert.Equal(counts?.Rows, result.Rows);
            Assert.Equal(result.Rows, result.List.Entries.Count + result.Errors.Count + result.Withdrawn);
        }
        catch (ListFormatException)
        {
            // The document, or what its header says.
        }
    }

    /// <summary>Whatever was read, our own form of it comes back byte by byte, unknown fields and all.</summary>
    static void RequireFixedPoint(List<ListEntry> read)
    {
        var ours = ListTexts.Write(read, ListExportFormat.JsonLines).Bytes;
        Assert.Equal(Encoding.UTF8.GetString(ours), Encoding.UTF8.GetString(ListTexts.Write(ListTexts.Entries(ours), ListExportFormat.JsonLines).Bytes));
    }

    static byte[] Mutate(byte[] whole, Random random)
    {
        List<byte> bytes = [.. whole];
        for (var edits = random.Next(1, 5); edits > 0; edits--)
        {
            var place = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes.Insert(place, (byte)random.Next(256));
                    break;
                case 1:
                    bytes.RemoveAt(place);
                    break;
                case 2:
                    var span = Math.Min(random.Next(40), bytes.Count - place);
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(place, span));
                    break;
                case 3 when random.Next(20) == 0:
                    bytes.RemoveRange(place, bytes.Count - place);
                    bytes.Add((byte)' ');
                    break;
                default:
                    // Characters of the formats themselves, so that more than texts change.
                    bytes[place] = "0aZ\"',:{}[]<>/\\\n "u8[random.Next(17)];
                    break;
            }
        }

        return [.. bytes];
    }
}
