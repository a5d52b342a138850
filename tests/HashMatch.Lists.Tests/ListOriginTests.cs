using System.Buffers.Binary;
using HashMatch.Lists.Caching;
using HashMatch.Matching;

namespace HashMatch.Lists.Tests;

public sealed class ListOriginTests : IDisposable
{
    const int RowsAndWithdrawn = 16;

    static readonly byte[] s_key = [7, 7];

    readonly string _folder = Directory.CreateTempSubdirectory("hashmatch-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_report_that_ends_before_it_should_or_counts_more_than_it_holds_is_none()
    {
        ListRowError[] errors = [new(new ListPlace(ListPlaceUnit.Line, 3, null), "What."), new(new ListPlace(ListPlaceUnit.Line, 5, 70), "What.")];
        var whole = ListOrigin.Of(s_key, new ListReadResult(new KnownList("a", ListRole.Known), 9, errors) { Withdrawn = 1 });
        Assert.Equal((9, 1, 2), Read(whole) is { } read ? (read.Rows, read.Withdrawn, read.Errors.Count) : default);

        var many = whole.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(many.AsSpan(s_key.Length + RowsAndWithdrawn), int.MaxValue);
        Assert.Null(Read(many));
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.Null(Read(whole[..length]));
        }
    }

    ListReadResult? Read(byte[] origin)
    {
        var path = Path.Join(_folder, "kept");
        KnownListSnapshot.Save(new KnownList("a", ListRole.Known), path, origin);
        return ListOrigin.Read(KnownListSnapshot.Open(path), s_key);
    }
}
