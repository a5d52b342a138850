using HashMatch.Hashes;
using HashMatch.Indexes;
using HashMatch.Indexes.Internals;

namespace HashMatch.Tests.Indexes.Internals;

public class IndexStateTests
{
    [Fact]
    public void A_removal_whose_rows_a_join_dropped_is_heeded_in_the_parts_that_were_not_joined()
    {
        var (first, second) = (IndexTail<Hash256>.Of([default], [7]), IndexTail<Hash256>.Of([default], [7]));
        IndexState<Hash256> state = new([first, second], new IndexTail<Hash256>());
        Assert.Equal(2, Search(state, 0).Count);
        Assert.Equal(1, first.Remove(7, removal: 1));
        Assert.Equal(1, second.Remove(7, removal: 1));

        // A search reads the number of removals, is held up while one part is joined, and takes the state there is then.
        var joined = state.Replace([first], PartJoin.Join<Hash256>([first], removals: 1), removals: 1);

        Assert.Empty(Search(joined, 0));
        Assert.Equal(2, Search(state, 0).Count);
        Assert.Empty(Search(state, 1));
    }

    static List<SearchHit> Search(IndexState<Hash256> state, ulong seen)
    {
        List<SearchHit> hits = [];
        foreach (var part in state.Parts)
        {
            part.Collect(default, 0, state.Heeded(seen), hits);
        }

        return hits;
    }
}
