using FsCheck.Xunit;
using HashMatch.Hashes;
using HashMatch.Indexes.Internals;

namespace HashMatch.Tests.Indexes;

[Properties(Arbitrary = [typeof(HashArbitraries)], MaxTest = 20)]
public class SlotTableJoinProperties
{
    [Property]
    public void Joining_tables_gives_what_building_them_from_all_rows_gives(Hash256[] first, Hash256[] second, Hash256[] third)
    {
        Hash256[] all = [.. first, .. second, .. third];
        var built = Build(all, 0);
        var joined = SlotTableJoin.Join([Build(first, 0), Build(second, first.Length), Build(third, first.Length + second.Length)]);

        Assert.True(built.Words.Span.SequenceEqual(joined.Words.Span));
        Assert.True(built.Ids.Span.SequenceEqual(joined.Ids.Span));
        Assert.True(built.Offsets.Span.SequenceEqual(joined.Offsets.Span));
        Assert.True(built.Postings.Span.SequenceEqual(joined.Postings.Span));
        Assert.True(built.Ring.Span.SequenceEqual(joined.Ring.Span));
        GC.KeepAlive(built);
        GC.KeepAlive(joined);
    }

    static SlotTables<Hash256> Build(Hash256[] codes, int firstId) =>
        SlotTableBuilder.Build<Hash256>(codes, [.. Enumerable.Range(firstId, codes.Length)], threads: 1);
}
