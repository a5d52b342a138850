using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HashMatch.Distance.Kernels;

/// <content>Codes as plain rows of words: what a tree's leaf or a list of candidates holds.</content>
sealed partial class LaneKernel<TLanes, TVector>
{
    public override int ScanRows(ReadOnlySpan<ulong> query, ReadOnlySpan<ulong> rows, int radius, Span<CodeHit> hits)
    {
        Debug.Assert(query.Length is 1 or 4 && rows.Length % query.Length == 0);
        Debug.Assert(hits.Length >= rows.Length / query.Length);
        return query.Length == 1 ? ScanWords(query[0], rows, radius, hits) : ScanQuads(query, rows, radius, hits);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static int ScanWords(ulong query, ReadOnlySpan<ulong> rows, int radius, Span<CodeHit> hits)
    {
        var queries = TLanes.Broadcast(query);
        var limit = TLanes.Broadcast((ulong)radius + 1);
        ref var first = ref MemoryMarshal.GetReference(rows);
        var found = 0;
        var row = 0;
        for (; row <= rows.Length - TLanes.WordCount; row += TLanes.WordCount)
        {
            for (var near = TLanes.Near(TLanes.Load(ref Unsafe.Add(ref first, row)), queries, limit); near != 0; near &= near - 1)
            {
                var position = row + BitOperations.TrailingZeroCount(near);
                hits[found++] = new CodeHit(position, BitOperations.PopCount(rows[position] ^ query));
            }
        }

        for (; row < rows.Length; row++)
        {
            var distance = BitOperations.PopCount(rows[row] ^ query);
            if (distance <= radius)
            {
                hits[found++] = new CodeHit(row, distance);
            }
        }

        return found;
    }

    /// <remarks>Half of a row is enough to refuse nearly every far one, and its words are counted faster one by one.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static int ScanQuads(ReadOnlySpan<ulong> query, ReadOnlySpan<ulong> rows, int radius, Span<CodeHit> hits)
    {
        var (q0, q1, q2, q3) = (query[0], query[1], query[2], query[3]);
        ref var row = ref MemoryMarshal.GetReference(rows);
        var count = rows.Length / 4;
        var found = 0;
        for (var position = 0; position < count; position++, row = ref Unsafe.Add(ref row, 4))
        {
            var distance = BitOperations.PopCount(row ^ q0) + BitOperations.PopCount(Unsafe.Add(ref row, 1) ^ q1);
            if (distance <= radius)
            {
                distance += BitOperations.PopCount(Unsafe.Add(ref row, 2) ^ q2) + BitOperations.PopCount(Unsafe.Add(ref row, 3) ^ q3);
                if (distance <= radius)
                {
                    hits[found++] = new CodeHit(position, distance);
                }
            }
        }

        return found;
    }
}
