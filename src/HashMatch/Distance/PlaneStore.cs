using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HashMatch.Buffers;
using HashMatch.Hashes;

namespace HashMatch.Distance;

/// <summary>A growing list of codes kept as bit planes, see <see cref="PlaneLayout"/>.</summary>
/// <remarks>
/// One thread may append while any number scan. An appended code is complete before the count includes it, what is
/// counted never moves or changes again, and memory already handed out stays: a reader takes the count once and works
/// with it as long as it likes. Chunks double up to <see cref="LargestChunk"/> blocks, so that few codes take little
/// memory and many are never copied.
/// </remarks>
sealed class PlaneStore<THash>
    where THash : struct, IHash<THash>
{
    /// <summary>Blocks in a chunk at most: 2 MiB at 256 bits, a large page.</summary>
    public const int LargestChunk = 128;

    static readonly int s_headPlanes = PlaneLayout.HeadPlanes(THash.BitCount);

    PlaneChunk[] _chunks;
    int _count;

    /// <summary>An empty store.</summary>
    public PlaneStore() => _chunks = [];

    /// <summary>A store over chunks that are filled already, such as those of a snapshot.</summary>
    /// <param name="sections">The chunks' words, each of a whole number of blocks; appending writes to them.</param>
    /// <param name="count">Codes in all of them.</param>
    public PlaneStore(ReadOnlySpan<NativeArray<ulong>> sections, int count)
    {
        var block = 0;
        _chunks = new PlaneChunk[sections.Length];
        for (var i = 0; i < sections.Length; i++)
        {
            _chunks[i] = new PlaneChunk(sections[i], block, THash.BitCount);
            block = _chunks[i].EndBlock;
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, block * PlaneLayout.CodesPerBlock);
        _count = count;
    }

    /// <summary>Codes appended and complete.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>The memory of all chunks.</summary>
    public long AllocatedBytes
    {
        get
        {
            var bytes = 0L;
            foreach (var chunk in Chunks)
            {
                bytes += chunk.Words.Bytes;
            }

            return bytes;
        }
    }

    /// <summary>The chunks, the last of them filled in part.</summary>
    public ReadOnlySpan<PlaneChunk> Chunks => Volatile.Read(ref _chunks);

    /// <summary>The code at a position below the count, put together from its bits.</summary>
    public THash this[int position]
    {
        get
        {
            Span<ulong> words = stackalloc ulong[THash.BitCount / 64];
            words.Clear();
            var block = position / PlaneLayout.CodesPerBlock;
            var chunks = Chunks;
            var chunk = chunks[ChunkOf(chunks, block)];
            var column = position % PlaneLayout.CodesPerBlock;
            for (var plane = 0; plane < THash.BitCount; plane++)
            {
                var bit = (Unsafe.Add(ref chunk.Plane(block, plane), column / 64) >> column) & 1;
                words[plane / 64] |= bit << plane;
            }

            GC.KeepAlive(chunk);
            return MemoryMarshal.Cast<ulong, THash>(words)[0];
        }
    }

    /// <summary>Appends a code; takes about a tenth of a microsecond.</summary>
    public void Append(THash code)
    {
        var position = _count;
        var block = position / PlaneLayout.CodesPerBlock;
        var chunk = ChunkFor(block);
        var column = position % PlaneLayout.CodesPerBlock;
        // One thread writes, and rewrites the bits of other codes in these words as they are.
        ref var head = ref Unsafe.Add(ref chunk.Plane(block, 0), column / 64);
        ref var tail = ref Unsafe.Add(ref chunk.Plane(block, s_headPlanes), column / 64);
        var words = MemoryMarshal.Cast<THash, ulong>(new ReadOnlySpan<THash>(in code));
        for (var word = 0; word < words.Length; word++)
        {
            for (var bits = words[word]; bits != 0; bits &= bits - 1)
            {
                var plane = (64 * word) + BitOperations.TrailingZeroCount(bits);
                ref var target = ref plane < s_headPlanes
                    ? ref Unsafe.Add(ref head, plane * PlaneLayout.WordsPerPlane)
                    : ref Unsafe.Add(ref tail, (plane - s_headPlanes) * PlaneLayout.WordsPerPlane);
                target |= 1UL << column;
            }
        }

        GC.KeepAlive(chunk);
        Volatile.Write(ref _count, position + 1);
    }

    /// <summary>Appends codes; many at a time cost a fraction of what they cost one by one.</summary>
    public void Append(ReadOnlySpan<THash> codes)
    {
        while (!codes.IsEmpty)
        {
            if (codes.Length >= 64 && _count % 64 == 0)
            {
                AppendColumns(codes[..64]);
                codes = codes[64..];
            }
            else
            {
                Append(codes[0]);
                codes = codes[1..];
            }
        }
    }

    /// <summary>Copies the first codes, at a fraction of the cost of asking for each.</summary>
    /// <param name="codes">As long as codes are wanted, up to the count.</param>
    public void CopyTo(Span<THash> codes)
    {
        var chunks = Chunks;
        Span<ulong> columns = stackalloc ulong[64];
        var words = MemoryMarshal.Cast<THash, ulong>(codes);
        var wordsPerCode = THash.BitCount / 64;
        for (var first = 0; first < codes.Length; first += 64)
        {
            var block = first / PlaneLayout.CodesPerBlock;
            var chunk = chunks[ChunkOf(chunks, block)];
            var column = first % PlaneLayout.CodesPerBlock / 64;
            for (var word = 0; word < wordsPerCode; word++)
            {
                for (var bit = 0; bit < 64; bit++)
                {
                    columns[bit] = Unsafe.Add(ref chunk.Plane(block, (64 * word) + bit), column);
                }

                BitTranspose.InPlace(columns);
                for (var code = 0; code < Math.Min(64, codes.Length - first); code++)
                {
                    words[((first + code) * wordsPerCode) + word] = columns[code];
                }
            }

            GC.KeepAlive(chunk);
        }
    }

    /// <summary>Finds the codes of some blocks within the query's radius.</summary>
    /// <param name="kernel">How to compare.</param>
    /// <param name="query">The query and its radius.</param>
    /// <param name="count">Codes to look at: a count read before.</param>
    /// <param name="block">The first block to look at; afterwards the first not yet looked at.</param>
    /// <param name="endBlock">The block to stop before; not beyond those of <paramref name="count"/>.</param>
    /// <param name="hits">
    /// Takes the hits by position; at least a block long. Call again until <paramref name="block"/> is the end.
    /// </param>
    /// <returns>The number of hits written.</returns>
    public int Scan(HammingKernel kernel, ref readonly PlaneQuery query, int count, ref int block, int endBlock, Span<CodeHit> hits)
    {
        var chunks = Chunks;
        var found = 0;
        for (var i = ChunkOf(chunks, block); block < endBlock && hits.Length - found >= PlaneLayout.CodesPerBlock; i++)
        {
            var chunk = chunks[i];
            var local = block - chunk.FirstBlock;
            var run = chunk.Run(Math.Min(count, endBlock * PlaneLayout.CodesPerBlock));
            var added = kernel.ScanPlanes(run, in query, ref local, hits[found..]);
            foreach (ref var hit in hits.Slice(found, added))
            {
                hit = hit with { Position = hit.Position + (chunk.FirstBlock * PlaneLayout.CodesPerBlock) };
            }

            found += added;
            block = chunk.FirstBlock + local;
        }

        GC.KeepAlive(this);
        return found;
    }

    void AppendColumns(ReadOnlySpan<THash> codes)
    {
        var block = _count / PlaneLayout.CodesPerBlock;
        var chunk = ChunkFor(block);
        var column = _count % PlaneLayout.CodesPerBlock / 64;
        Span<ulong> columns = stackalloc ulong[64];
        var words = MemoryMarshal.Cast<THash, ulong>(codes);
        var wordsPerCode = THash.BitCount / 64;
        for (var word = 0; word < wordsPerCode; word++)
        {
            for (var code = 0; code < 64; code++)
            {
                columns[code] = words[(code * wordsPerCode) + word];
            }

            BitTranspose.InPlace(columns);
            for (var bit = 0; bit < 64; bit++)
            {
                Unsafe.Add(ref chunk.Plane(block, (64 * word) + bit), column) = columns[bit];
            }
        }

        GC.KeepAlive(chunk);
        Volatile.Write(ref _count, _count + 64);
    }

    /// <summary>The last chunk, after adding one if the block lies beyond it.</summary>
    PlaneChunk ChunkFor(int block)
    {
        if (_chunks.Length > 0 && block < _chunks[^1].EndBlock)
        {
            return _chunks[^1];
        }

        var blocks = Math.Clamp(block, 1, LargestChunk);
        var chunk = new PlaneChunk(new NativeArray<ulong>(blocks * THash.BitCount * PlaneLayout.WordsPerPlane), block, THash.BitCount);
        Volatile.Write(ref _chunks, [.. _chunks, chunk]);
        return chunk;
    }

    static int ChunkOf(ReadOnlySpan<PlaneChunk> chunks, int block)
    {
        var (low, high) = (0, chunks.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = chunks[middle].FirstBlock <= block ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
