using System.Collections.Concurrent;
using System.IO.Hashing;
using HashMatch.Hashes;
using HashMatch.Indexes;
using HashMatch.Indexes.Internals;

namespace HashMatch.Tests.Indexes;

/// <summary>Readers against a writer: what a search sees is checked against what had been promised when it began.</summary>
public class HashIndexStressTests
{
    const int Inserts = 60_000;

    [Fact]
    public async Task Readers_never_see_a_torn_state_while_a_writer_adds_removes_and_parts_are_joined()
    {
        // A tail this small is sealed sixty times, and parts are joined all the while.
        HashIndex<Hash256> index = new(tailCapacity: 1000);
        var added = 0;
        var removing = 0;
        var removed = 0;
        ConcurrentQueue<string> faults = [];
        using CancellationTokenSource done = new();
        var readers = Enumerable.Range(1, 3).Select(seed => Task.Factory.StartNew(() => Read(seed), TaskCreationOptions.LongRunning)).ToArray();

        for (var id = 0; id < Inserts && faults.IsEmpty; id++)
        {
            index.Add(HashOf(id), id);
            Volatile.Write(ref added, id + 1);
            if (id % 3 == 2)
            {
                // The oldest ones, so that readers know a border instead of a set.
                Volatile.Write(ref removing, (id / 3) + 1);
                Assert.Equal(1, index.Remove(id / 3));
                Volatile.Write(ref removed, (id / 3) + 1);
            }

            if (id % 10_000 == 9_999)
            {
                index.Compact();
            }
        }

        await done.CancelAsync();
        var searches = await Task.WhenAll(readers);

        Assert.Empty(faults);
        Assert.All(searches, count => Assert.True(count > 0));
        Assert.Equal(Inserts - (Inserts / 3), index.Count);

        int Read(int seed)
        {
            Random random = new(seed);
            List<SearchHit> hits = [];
            var count = 0;
            for (; !done.IsCancellationRequested; count++)
            {
                var removedBefore = Volatile.Read(ref removed);
                var addedBefore = Volatile.Read(ref added);
                if (addedBefore == 0)
                {
                    continue;
                }

                // Often the newest, where the tail changes; sometimes any.
                var id = count % 2 == 0 ? addedBefore - 1 - random.Next(Math.Min(addedBefore, 50)) : random.Next(addedBefore);
                index.SearchRadius(HashOf(id), 20, hits);
                var removingAfter = Volatile.Read(ref removing);

                var found = hits.Count(hit => hit.Id == id);
                if (found > 1 || (id >= removingAfter && found == 0) || (id < removedBefore && found > 0))
                {
                    faults.Enqueue($"id {id} found {found} times; added {addedBefore}, removed {removedBefore}, removing {removingAfter}");
                }

                foreach (var hit in hits)
                {
                    if (HashOf(hit.Id).DistanceTo(HashOf(id)) != hit.Distance)
                    {
                        faults.Enqueue($"hit {hit} is not the hash stored under its id");
                    }
                }
            }

            return count;
        }
    }

    [Fact]
    public async Task A_row_is_never_seen_before_it_is_written()
    {
        // Tails of a few rows are read within nanoseconds, so that a reader often stands right behind the writer.
        const int Rows = 8;
        IndexTail<Hash256> tail = new();
        using CancellationTokenSource done = new();
        var reader = Task.Factory.StartNew(() =>
        {
            List<SearchHit> hits = [];
            while (!done.IsCancellationRequested)
            {
                hits.Clear();
                Volatile.Read(ref tail).Collect(default, Hash256.BitCount, hits);
                foreach (var hit in hits)
                {
                    if (hit.Id == 0 || hit.Id != hit.Distance)
                    {
                        return (SearchHit?)hit;
                    }
                }
            }

            return null;
        }, TaskCreationOptions.LongRunning);

        for (var round = 0; round < 200_000 && !reader.IsCompleted; round++)
        {
            IndexTail<Hash256> next = new();
            Volatile.Write(ref tail, next);
            for (var row = 0; row < Rows; row++)
            {
                next.Add(new Hash256(0, ulong.MaxValue, 0, (1UL << row) - 1), 64 + row);
            }
        }

        await done.CancelAsync();
        Assert.Null(await reader);
    }

    [Fact]
    public void A_writer_faster_than_the_background_waits_and_loses_nothing()
    {
        HashIndex<Hash256> index = new(tailCapacity: 64);
        for (var id = 0; id < 20_000; id++)
        {
            index.Add(HashOf(id), id);
            Assert.InRange(index.Parts.Count, 1, 20);
        }

        List<SearchHit> hits = [];
        for (var id = 0; id < 20_000; id += 101)
        {
            index.SearchRadius(HashOf(id), 0, hits);
            Assert.Equal([new SearchHit(id, 0)], hits);
        }
    }

    /// <summary>The hash stored under an id: any mixture of two of them is far from both.</summary>
    static Hash256 HashOf(int id)
    {
        Span<byte> bytes = stackalloc byte[Hash256.ByteLength];
        XxHash128.Hash(BitConverter.GetBytes(id), bytes[..16], 1);
        XxHash128.Hash(BitConverter.GetBytes(id), bytes[16..], 2);
        return Hash256.FromBytes(bytes);
    }
}
