using HashMatch.Buffers;
using HashMatch.Hashes;

namespace HashMatch.Matching.Entries;

/// <summary>The order in which digests are looked up: by value, then by kind, equal ones by row.</summary>
/// <remarks>Sorted rather than hashed, so that no choice of digests can make a list slow, and a file need not hold a secret seed.</remarks>
static class DigestOrder
{
    /// <summary>Rows in order.</summary>
    internal static NativeArray<int> Of(ReadOnlySpan<Hash256> values, ReadOnlySpan<byte> kinds)
    {
        // By the first eight bytes, which are compared as numbers; of random digests hardly any two begin alike.
        var starts = new ulong[values.Length];
        var rows = new int[values.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            starts[row] = values[row].W3;
            rows[row] = row;
        }

        Array.Sort(starts, rows);
        for (var (from, to) = (0, 1); from < rows.Length; (from, to) = (to, to + 1))
        {
            while (to < rows.Length && starts[to] == starts[from])
            {
                to++;
            }

            if (to - from > 1)
            {
                SortAlike(rows.AsSpan(from, to - from), values, kinds);
            }
        }

        var order = NativeArray<int>.Uninitialized(rows.Length);
        rows.CopyTo(order.Span);
        GC.KeepAlive(order);
        return order;
    }

    /// <summary>Where in the order the rows of a digest begin, or would.</summary>
    internal static int Find(ReadOnlySpan<int> order, ReadOnlySpan<Hash256> values, ReadOnlySpan<byte> kinds, ContentDigest digest)
    {
        var (low, high) = (0, order.Length);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) / 2);
            var row = order[middle];
            var difference = values[row].CompareTo(digest.Padded);
            var isBefore = difference < 0 || (difference == 0 && kinds[row] < (byte)digest.Kind);
            (low, high) = isBefore ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    static void SortAlike(Span<int> rows, ReadOnlySpan<Hash256> values, ReadOnlySpan<byte> kinds)
    {
        var keys = new (Hash256 Value, byte Kind, int Row)[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            keys[i] = (values[rows[i]], kinds[rows[i]], rows[i]);
        }

        Array.Sort(keys);
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = keys[i].Row;
        }
    }
}
