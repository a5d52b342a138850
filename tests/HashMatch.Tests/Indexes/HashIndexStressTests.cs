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
                Volatile.Read(ref tail).Collect(default, Hash256.BitCount, 0, hits);
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
    public async Task A_hash_moved_to_a_new_key_is_never_missed_and_a_key_is_removed_wholly()
    {
        const int RowsOfKey = 40;
        HashIndex<Hash256> index = new(tailCapacity: 500);
        using CancellationTokenSource done = new();
        index.Add(HashOf(1), -1);
        List<string> faults = [];
        var reader = Task.Factory.StartNew(() =>
        {
            List<SearchHit> hits = [];
            var (seenKey, seenRows) = (0, 0);
            while (!done.IsCancellationRequested && faults.Count == 0)
            {
                index.SearchRadius(HashOf(1), 0, hits);
                if (hits.Count == 0)
                {
                    faults.Add("the hash was under neither key");
                }

                index.SearchRadius(HashOf(2), 0, hits);
                // Rows of a key are added one by one, so there can be more than before; fewer, but some, were half removed.
                var (key, rows) = hits.Count == 0 ? (0, 0) : (hits[0].Id, hits.Count(hit => hit.Id == hits[0].Id));
                if (key == seenKey && rows > 0 && rows < seenRows)
                {
                    faults.Add($"{rows} rows of a key that had {seenRows}");
                }

                (seenKey, seenRows) = (key, rows);
            }
        }, TaskCreationOptions.LongRunning);

        for (var round = 1; round <= 3000 && !reader.IsCompleted; round++)
        {
            index.Add(HashOf(1), -round - 1);
            Assert.Equal(1, index.Remove(-round));
            for (var row = 0; row < RowsOfKey; row++)
            {
                index.Add(HashOf(2), round);
            }

            Assert.Equal(RowsOfKey, index.Remove(round));
        }

        await done.CancelAsync();
        await reader;
        Assert.Empty(faults);
        Assert.Equal(1, index.Count);
    }

    [Fact]
    public void Removing_the_one_key_of_whole_parts_while_they_are_joined_leaves_a_sound_index()
    {
        for (var round = 0; round < 60; round++)
        {
            HashIndex<Hash256> index = new(tailCapacity: 300);
            for (var row = 0; row < 1201; row++)
            {
                index.Add(HashOf(row), row < 300 ? row : 7777);
            }

            Assert.Equal(901, index.Remove(7777));
            for (var row = 0; row < 2000; row++)
            {
                index.Add(HashOf(10_000 + row), 10_000 + row);
            }

            index.Compact();
            Assert.Equal(2300, index.Count);
            List<SearchHit> hits = [];
            index.SearchRadius(HashOf(301), 0, hits);
            Assert.Empty(hits);
            index.SearchRadius(HashOf(11_999), 0, hits);
            Assert.Equal([new SearchHit(11_999, 0)], hits);
        }
    }

    [Fact]
    public async Task Several_writers_take_turns_and_seal_full_tails_only()
    {
        HashIndex<Hash256> index = new(tailCapacity: 400);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(writer => Task.Run(() =>
        {
            for (var i = 0; i < 4000; i++)
            {
                index.Add(HashOf((writer * 4000) + i), (writer * 4000) + i);
            }
        })));

        Assert.Equal(24_000, index.Count);
        Assert.All(index.Parts.SkipLast(1).OfType<IndexTail<Hash256>>(), tail => Assert.Equal(400, tail.RowCount));
        List<SearchHit> hits = [];
        index.SearchRadius(default, 256, hits);
        Assert.Equal(Enumerable.Range(0, 24_000), hits.Select(hit => hit.Id).Order());
    }

    [Fact]
    public void Removed_rows_give_their_memory_back_without_further_writing()
    {
        HashIndex<Hash256> index = new(tailCapacity: 1000);
        Hash256[] codes = [.. Enumerable.Range(0, 20_000).Select(HashOf)];
        index.AddRange(codes, [.. Enumerable.Range(0, codes.Length)]);
        var before = index.AllocatedBytes;
        for (var id = 0; id < codes.Length; id++)
        {
            Assert.Equal(1, index.Remove(id));
        }

        Assert.True(SpinWait.SpinUntil(() => index.AllocatedBytes < before / 4, TimeSpan.FromSeconds(30)));
        Assert.Equal(0, index.Count);
        List<SearchHit> hits = [];
        index.SearchNearest(codes[0], 3, hits);
        Assert.Empty(hits);
    }

    [Fact]
    public void A_writer_faster_than_the_background_waits_and_loses_nothing()
    {
        HashIndex<Hash256> index = new(tailCapacity: 64);
        for (var id = 0; id < 20_000; id++)
        {
            index.Add(HashOf(id), id);
            // Six that wait, as many in each of two joins, and what is left of earlier ones.
            Assert.InRange(index.Parts.Count, 1, 30);
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
