using HashMatch.Distance.Kernels;
using HashMatch.Hashes;
using HashMatch.Indexes.Kernels;

namespace HashMatch.Indexes.Internals;

/// <summary>Range search over slot tables. Holds no state, so any number of threads may search at once.</summary>
abstract class SlotSearch<THash>
    where THash : struct, IHash<THash>
{
    // Not made with the type: an exception must come out as it is.
    static SlotSearch<THash>? s_default;

    /// <summary>Every search that runs here, fastest first; the scalar one is always the last.</summary>
    internal static IReadOnlyList<SlotSearch<THash>> Available { get; } =
        SlotKernels.Make<SlotSearch<THash>, Maker>();

    /// <summary>The one indexes use, chosen once.</summary>
    internal static SlotSearch<THash> Default => s_default ??= HammingKernels.Matching(Available, kernel => kernel.Name);

    /// <summary>The kernel's name.</summary>
    internal abstract string Name { get; }

    /// <summary>Adds what lies within the radius of each of the spread queries, in no particular order.</summary>
    /// <returns>False if it gave up, with hits half complete, because it took more than <paramref name="effort"/> a query.</returns>
    internal abstract bool TryCollect(
        SlotTables<THash> tables, ReadOnlySpan<THash> queries, int radius, long effort, SlotHits hits);

    readonly struct Maker : SlotKernels.IMaker<SlotSearch<THash>>
    {
        public SlotSearch<THash> Make<TKernel>()
            where TKernel : struct, ISlotKernel => new SlotSearch<THash, TKernel>();
    }
}
