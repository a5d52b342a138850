using HashMatch.Buffers;

namespace HashMatch.Matching.Entries;

/// <summary>Where each of consecutive runs of items ends: one begins where the one before it ends, the first at 0.</summary>
sealed class EndColumn(GrowingArray<int> ends)
{
    /// <summary>The ends, to be written.</summary>
    internal GrowingArray<int> Ends => ends;

    internal int Count => ends.Length;

    /// <summary>Whether the runs that were read make up all the items: one look at each end.</summary>
    internal bool Cover(int items)
    {
        var last = 0;
        foreach (var end in ends.Span)
        {
            if (end < last)
            {
                return false;
            }

            last = end;
        }

        GC.KeepAlive(ends);
        return last == items;
    }

    internal void Add(int end) => ends.Add(end);

    /// <summary>Where a run begins, and the item after it.</summary>
    internal (int Start, int End) this[int run]
    {
        get
        {
            var all = ends.Span;
            var range = (run == 0 ? 0 : all[run - 1], all[run]);
            GC.KeepAlive(ends);
            return range;
        }
    }

    /// <summary>The run that holds an item.</summary>
    internal int RunOf(int item)
    {
        // The first that ends behind it; empty runs before it end where they begin.
        var all = ends.Span;
        var (low, high) = (0, all.Length);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) / 2);
            (low, high) = all[middle] > item ? (low, middle) : (middle + 1, high);
        }

        GC.KeepAlive(ends);
        return low;
    }
}
