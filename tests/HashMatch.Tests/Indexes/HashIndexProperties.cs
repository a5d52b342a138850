using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using HashMatch.Hashes;
using HashMatch.Indexes;

namespace HashMatch.Tests.Indexes;

[Properties(Arbitrary = [typeof(HashArbitraries), typeof(HashIndexProperties)])]
public class HashIndexProperties
{
    /// <summary>So small that every few insertions seal a tail and join parts.</summary>
    const int TailCapacity = 300;

    public enum Act
    {
        Add,
        AddMany,
        Remove,
        Compact,
    }

    public sealed record Step(Act Act, Hash256[] Hashes, int Id);

    public static Arbitrary<Step[]> Steps() => Arb.From(Gen.ArrayOf(
        from act in Gen.Frequency((5, Gen.Constant(Act.Add)), (2, Gen.Constant(Act.AddMany)), (4, Gen.Constant(Act.Remove)), (1, Gen.Constant(Act.Compact)))
        from hashes in HashArbitraries.Collection().Generator
        from id in Gen.Choose(0, 40)
        select new Step(act, hashes, id)));

    [Property]
    public void Whatever_is_added_and_removed_searches_equal_the_filter_over_all(Step[] steps, Hash256 query, byte seed)
    {
        HashIndex<Hash256> index = new(TailCapacity);
        List<(Hash256 Hash, int Id)> model = [];
        foreach (var step in steps)
        {
            Apply(step, index, model);
        }

        Check(index, model, query, [0, seed, 31, 256]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(299)]
    [InlineData(300)]
    [InlineData(301)]
    [InlineData(5000)]
    public void Sizes_around_the_tail_and_many_parts_answer_alike_at_every_radius(int count)
    {
        Random random = new(count);
        HashIndex<Hash256> index = new(TailCapacity);
        List<(Hash256 Hash, int Id)> model = [];
        for (var i = 0; i < count; i++)
        {
            var hash = i % 5 == 4 ? HashArbitraries.Flip(model[i / 2].Hash, i % 256) : Words(random);
            index.Add(hash, i);
            model.Add((hash, i));
        }

        var query = model.Count > 0 ? HashArbitraries.Flip(model[count / 3].Hash, 7) : default;
        Check(index, model, query, Enumerable.Range(0, 257));
        for (var id = 0; id < count; id += 3)
        {
            Assert.Equal(1, index.Remove(id));
        }

        model.RemoveAll(entry => entry.Id % 3 == 0);
        Check(index, model, query, [0, 1, 31, 100, 256]);
        index.Compact();
        Check(index, model, query, [0, 1, 31, 100, 256]);
        Assert.Equal(0, index.Remove(0));
    }

    [Fact]
    public void A_large_part_of_which_much_was_removed_is_written_anew_though_a_small_one_stands_beside_it()
    {
        Random random = new(8);
        HashIndex<Hash256> index = new(TailCapacity);
        List<(Hash256 Hash, int Id)> model = [.. Enumerable.Range(0, 8000).Select(id => (Words(random), id))];
        index.AddRange([.. model.Select(entry => entry.Hash)], [.. model.Select(entry => entry.Id)]);
        for (var id = 8000; id < 8301; id++)
        {
            model.Add((Words(random), id));
            index.Add(model[id].Hash, id);
        }

        for (var id = 0; id < 4000; id++)
        {
            Assert.Equal(1, index.Remove(id));
        }

        Assert.True(SpinWait.SpinUntil(() => index.Parts.Max(part => part.RowCount) < 5000, TimeSpan.FromMinutes(1)));
        model.RemoveRange(0, 4000);
        Check(index, model, model[77].Hash, [0, 31, 110]);
    }

    [Fact]
    public void A_64_bit_index_obeys_the_same_law()
    {
        Random random = new(64);
        HashIndex<Hash64> index = new(TailCapacity);
        List<Hash64> model = [];
        for (var i = 0; i < 3000; i++)
        {
            model.Add(new Hash64(i % 4 == 3 ? model[i / 2].Value ^ (1UL << (i % 64)) : (ulong)random.NextInt64()));
            index.Add(model[i], i);
        }

        List<SearchHit> hits = [];
        for (var radius = 0; radius <= 64; radius++)
        {
            var query = new Hash64(model[radius * 40].Value ^ 6);
            index.SearchRadius(query, radius, hits);
            Assert.Equal(model.Index().Select(entry => new SearchHit(entry.Index, entry.Item.DistanceTo(query)))
                .Where(hit => hit.Distance <= radius).Order(), hits);
        }
    }

    [Fact]
    public void A_warm_search_allocates_nothing()
    {
        Random random = new(1);
        HashIndex<Hash256> index = new(TailCapacity);
        for (var i = 0; i < 2000; i++)
        {
            index.Add(Words(random), i);
        }

        index.Compact();
        index.Add(Words(random), 2000);
        List<SearchHit> hits = [];
        var query = Words(random);
        HitBatch batch = new();
        Hash256[] queries = [.. Enumerable.Range(0, 200).Select(_ => Words(random))];
        Assert.Equal(0, Allocations.OfWarm(() =>
        {
            index.SearchRadius(query, 31, hits);
            index.SearchRadius(query, 120, hits);
            index.SearchRadius(query, 256, hits);
            index.SearchNearest(query, 10, hits);
            index.SearchRadius(queries, 31, batch);
        }));
    }

    [Fact]
    public void Bounds_outside_their_range_are_refused()
    {
        HashIndex<Hash256> index = new();

        Assert.Throws<ArgumentOutOfRangeException>(() => index.SearchRadius(default, -1, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => index.SearchRadius(default, 257, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => index.SearchNearest(default, 0, []));
        Assert.Throws<ArgumentNullException>(() => index.SearchRadius(default(Hash256), 0, null!));
        Assert.Throws<ArgumentException>(() => index.AddRange([default], []));
    }

    static void Apply(Step step, HashIndex<Hash256> index, List<(Hash256 Hash, int Id)> model)
    {
        switch (step.Act)
        {
            case Act.Add:
                foreach (var hash in step.Hashes)
                {
                    index.Add(hash, step.Id);
                    model.Add((hash, step.Id));
                }

                break;
            case Act.AddMany:
                // Beyond the tail's capacity, where the hashes become a part of their own.
                Hash256[] many = [.. Enumerable.Range(0, TailCapacity + 10).Select(i => i < step.Hashes.Length ? step.Hashes[i] : new Hash256((ulong)i, 0, 0, (ulong)step.Id))];
                int[] ids = [.. many.Select((_, i) => (step.Id * 7 + i * 5) % 400)];
                index.AddRange(many, ids);
                model.AddRange(many.Zip(ids));
                break;
            case Act.Remove:
                Assert.Equal(model.RemoveAll(entry => entry.Id == step.Id), index.Remove(step.Id));
                break;
            default:
                index.Compact();
                break;
        }

        Assert.Equal(model.Count, index.Count);
    }

    static void Check(HashIndex<Hash256> index, List<(Hash256 Hash, int Id)> model, Hash256 query, IEnumerable<int> radii)
    {
        List<SearchHit> all = [.. model.Select(entry => new SearchHit(entry.Id, entry.Hash.DistanceTo(query))).Order()];
        List<SearchHit> hits = [];
        foreach (var radius in radii)
        {
            index.SearchRadius(query, radius, hits);
            Assert.Equal(all.TakeWhile(hit => hit.Distance <= radius), hits);
        }

        Hash256[] queries = [query, .. model.Take(40).Select(entry => entry.Hash), query];
        HitBatch batch = new();
        foreach (var radius in (ReadOnlySpan<int>)[0, 31, 200])
        {
            index.SearchRadius(queries, radius, batch);
            Assert.Equal(queries.Length, batch.Count);
            for (var i = 0; i < queries.Length; i++)
            {
                index.SearchRadius(queries[i], radius, hits);
                Assert.Equal(hits, batch[i].ToArray());
            }
        }

        foreach (var k in (ReadOnlySpan<int>)[1, 2, 7, model.Count + 1])
        {
            index.SearchNearest(query, k, hits);
            Assert.Equal(all.Take(k), hits);
        }
    }

    static Hash256 Words(Random random) => new((ulong)random.NextInt64(), (ulong)random.NextInt64(), (ulong)random.NextInt64(), (ulong)random.NextInt64());
}
