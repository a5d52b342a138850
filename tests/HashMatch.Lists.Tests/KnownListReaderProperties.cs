using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace HashMatch.Lists.Tests;

public class KnownListReaderProperties
{
    static readonly string[] s_rows =
    [
        "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22,1,A",
        "d41d8cd98f00b204e9800998ecf8427e  name.jpg",
        """{"name":"demo","version":"3","role":"known"}""",
        """{"id":"1","pdq":"f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22","labels":["A"]}""",
        "hash,id,labels",
    ];

    /// <summary>Valid rows with bytes changed, put in and taken out.</summary>
    internal static Gen<byte[]> MutatedFiles =>
        from rows in Gen.ListOf(Gen.Elements(s_rows))
        from edits in Gen.ListOf(
            from kind in Gen.Choose(0, 2)
            from place in Gen.Choose(0, int.MaxValue)
            from value in Gen.Choose(0, 255)
            select (kind, place, (byte)value))
        select Mutate(Encoding.UTF8.GetBytes(string.Join('\n', rows)), edits);

    [Property(MaxTest = 2000)]
    public Property Whatever_the_bytes_every_row_is_an_entry_or_an_error() =>
        Prop.ForAll(MutatedFiles.ToArbitrary(), bytes =>
        {
            ListReadResult result;
            try
            {
                using MemoryStream stream = new(bytes);
                result = KnownListReader.Read(stream, new ListReadOptions { Name = "mutated" });
            }
            catch (ListFormatException)
            {
                return;
            }

            Assert.Equal(result.Rows, result.List.Entries.Count + result.Errors.Count);
            Assert.Equal(result.Errors.OrderBy(error => error.Line), result.Errors);
        });

    static byte[] Mutate(byte[] bytes, IEnumerable<(int Kind, int Place, byte Value)> edits)
    {
        List<byte> result = [.. bytes];
        foreach (var (kind, place, value) in edits)
        {
            if (kind == 0 || result.Count == 0)
            {
                result.Insert(place % (result.Count + 1), value);
            }
            else if (kind == 1)
            {
                result[place % result.Count] = value;
            }
            else
            {
                result.RemoveAt(place % result.Count);
            }
        }

        return [.. result];
    }
}
