using FsCheck.Xunit;
using HashMatch.Buffers;
using HashMatch.Distance;
using HashMatch.Distance.Kernels;
using HashMatch.Hashes;

namespace HashMatch.Tests.Distance;

public sealed class PlaneStoreProperties
{
    [Property(MaxTest = 50)]
    public void What_was_appended_is_read_back_however_it_was_appended(int seed, byte first, ushort second)
    {
        AssertReadBack<Hash256>(seed, first, second % 1500);
        AssertReadBack<Hash64>(seed, first, second % 1500);
    }

    [Fact]
    public void Chunks_grow_to_the_largest_and_no_further()
    {
        PlaneStore<Hash64> store = new();
        var codes = new Hash64[PlaneLayout.CodesPerBlock];
        for (var block = 0; block < 3 * PlaneStore<Hash64>.LargestChunk; block++)
        {
            Array.Fill(codes, new Hash64((ulong)block));
            store.Append(codes);
        }

        int[] sizes = [.. store.Chunks.ToArray().Select(chunk => chunk.EndBlock - chunk.FirstBlock)];
        Assert.Equal([1, 1, 2, 4, 8, 16, 32, 64, 128, 128], sizes);
        for (var block = 0; block < 3 * PlaneStore<Hash64>.LargestChunk; block++)
        {
            Assert.Equal(new Hash64((ulong)block), store[(block * PlaneLayout.CodesPerBlock) + 77]);
        }
    }

    [Property(MaxTest = 20)]
    public void A_store_over_the_chunks_of_another_answers_the_same(int seed, ushort count)
    {
        var (query, codes) = CodeSets.Random<Hash256>(seed, count % 4000);
        PlaneStore<Hash256> store = new();
        store.Append(codes);
        NativeArray<ulong>[] sections = [.. store.Chunks.ToArray().Select(chunk => chunk.Words)];
        PlaneStore<Hash256> opened = new(sections, codes.Length);
        PlaneQuery prepared = default;
        prepared.SetStored(query, 100);
        var hits = new CodeHit[4096];
        var block = 0;
        var found = store.Scan(HammingKernels.Default, in prepared, codes.Length, ref block, PlaneLayout.BlocksFor(codes.Length), hits);
        var again = new CodeHit[4096];
        block = 0;

        Assert.Equal(found, opened.Scan(HammingKernels.Default, in prepared, codes.Length, ref block, PlaneLayout.BlocksFor(codes.Length), again));
        Assert.Equal(hits, again);
    }

    static void AssertReadBack<THash>(int seed, int first, int second)
        where THash : struct, IHash<THash>
    {
        var (_, codes) = CodeSets.Random<THash>(seed, first + second);
        PlaneStore<THash> store = new();
        foreach (var code in codes.AsSpan(0, first))
        {
            store.Append(code);
        }

        store.Append(codes.AsSpan(first));

        Assert.Equal(codes.Length, store.Count);
        Assert.Equal(codes, Enumerable.Range(0, codes.Length).Select(position => store[position]));
    }
}
