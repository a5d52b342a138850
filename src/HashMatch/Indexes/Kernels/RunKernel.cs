using HashMatch.Hashes;

namespace HashMatch.Indexes.Kernels;

/// <summary>Finds the codes of a run that lie within a radius of a query; one implementation an instruction set.</summary>
/// <remarks>
/// A run lies as <see cref="RunLayout{THash}"/> says. All implementations find the same codes in the same order. They
/// hold no state and are safe from any thread.
/// </remarks>
abstract class RunKernel<THash>
    where THash : struct, IHash<THash>
{
    /// <summary>Names the kernel in test and benchmark output.</summary>
    internal abstract string Name { get; }

    /// <summary>Tests the codes <paramref name="first"/> up to <paramref name="end"/> of a run.</summary>
    /// <param name="run">The first word of the run.</param>
    /// <param name="first">A multiple of <see cref="RunLayout.Lanes"/>.</param>
    /// <param name="end">The first code that is not tested; whole blocks are readable up to it.</param>
    /// <param name="query">The hash asked for.</param>
    /// <param name="radius">The inclusive bound.</param>
    /// <param name="matches">Room for every code tested; filled in the order of the run.</param>
    /// <returns>How many were found.</returns>
    internal abstract int Find(ref ulong run, int first, int end, THash query, int radius, Span<RunMatch> matches);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
