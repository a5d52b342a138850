using HashMatch.Distance.Kernels;
using HashMatch.Hashes;
using HashMatch.Indexes.Kernels;

namespace HashMatch.Indexes.Internals;

/// <summary>The part of a self-join that works in one slot's table. Holds no state.</summary>
abstract class JoinPass<THash>
    where THash : struct, IHash<THash>
{
    // Not made with the type: an exception must come out as it is.
    static JoinPass<THash>? s_default;

    /// <summary>Every pass that runs here, fastest first; the scalar one is always the last.</summary>
    internal static IReadOnlyList<JoinPass<THash>> Available { get; } = SlotKernels.Make<JoinPass<THash>, Maker>();

    /// <summary>The one joins use, chosen once.</summary>
    internal static JoinPass<THash> Default => s_default ??= HammingKernels.Matching(Available, kernel => kernel.Name);

    /// <summary>The kernel's name.</summary>
    internal abstract string Name { get; }

    /// <summary>Adds the pairs that this slot reports and whose one side lies in the buffer's chunk of postings.</summary>
    internal abstract void Compare(JoinTable<THash> table, in SlotRadii radii, int radius, PairBuffer pairs);

    readonly struct Maker : SlotKernels.IMaker<JoinPass<THash>>
    {
        public JoinPass<THash> Make<TKernel>()
            where TKernel : struct, ISlotKernel => new JoinPass<THash, TKernel>();
    }
}
