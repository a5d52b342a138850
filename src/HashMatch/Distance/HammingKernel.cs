using System.Runtime.InteropServices;
using HashMatch.Hashes;

namespace HashMatch.Distance;

/// <summary>Comparisons of one query with many codes: one implementation an instruction set, all with the same answers.</summary>
/// <remarks>Stateless and thread-safe; nothing is allocated.</remarks>
abstract class HammingKernel
{
    /// <summary>The name that forces it, such as <c>avx2</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Finds the codes of bit planes within the query's radius.</summary>
    /// <param name="run">The codes.</param>
    /// <param name="query">The query and its radius.</param>
    /// <param name="block">The first block to look at; afterwards the first not yet looked at.</param>
    /// <param name="hits">
    /// Takes the hits by position; at least <see cref="PlaneLayout.CodesPerBlock"/> long. The scan stops early before
    /// a block whose hits might not fit: call again until <paramref name="block"/> has reached the last block's end.
    /// </param>
    /// <returns>The number of hits written.</returns>
    public abstract int ScanPlanes(PlaneRun run, ref readonly PlaneQuery query, ref int block, Span<CodeHit> hits);

    /// <summary>Finds the codes of plain rows within a radius of the query: a leaf of a tree, a list of candidates.</summary>
    /// <param name="query">The query's words: one for 64 bits, four for 256.</param>
    /// <param name="rows">The words of the codes, one after the other.</param>
    /// <param name="radius">The inclusive bound, 0 to the width.</param>
    /// <param name="hits">Takes the hits by position; at least as long as there are codes.</param>
    /// <returns>The number of hits written.</returns>
    /// <remarks>For thousands of codes and more bit planes are several times as fast.</remarks>
    public abstract int ScanRows(ReadOnlySpan<ulong> query, ReadOnlySpan<ulong> rows, int radius, Span<CodeHit> hits);

    /// <summary>Finds the codes within a radius of the query, as <see cref="ScanRows(ReadOnlySpan{ulong}, ReadOnlySpan{ulong}, int, Span{CodeHit})"/>.</summary>
    public int ScanRows<THash>(THash query, ReadOnlySpan<THash> codes, int radius, Span<CodeHit> hits)
        where THash : struct, IHash<THash> =>
        ScanRows(MemoryMarshal.Cast<THash, ulong>(new ReadOnlySpan<THash>(in query)), MemoryMarshal.Cast<THash, ulong>(codes), radius, hits);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
