using System.Runtime.CompilerServices;
using HashMatch.Buffers;

namespace HashMatch.Distance;

/// <summary>A fixed number of blocks of bit planes in one piece of memory: all heads, then all tails.</summary>
/// <param name="words">The memory, as long as its blocks take.</param>
/// <param name="firstBlock">The number of its first block in the store.</param>
/// <param name="bitCount">The width of the codes.</param>
sealed class PlaneChunk(NativeArray<ulong> words, int firstBlock, int bitCount)
{
    readonly int _headWords = PlaneLayout.HeadPlanes(bitCount) * PlaneLayout.WordsPerPlane;
    readonly int _tailWords = (bitCount - PlaneLayout.HeadPlanes(bitCount)) * PlaneLayout.WordsPerPlane;

    /// <summary>The memory, laid out as a snapshot keeps it.</summary>
    public NativeArray<ulong> Words { get; } = words;

    /// <summary>The number of its first block in the store.</summary>
    public int FirstBlock { get; } = firstBlock;

    /// <summary>The number of the block after its last.</summary>
    public int EndBlock { get; } = firstBlock + (words.Length / (bitCount * PlaneLayout.WordsPerPlane));

    /// <summary>Its codes up to a number of codes in the whole store; the caller keeps the chunk alive.</summary>
    public PlaneRun Run(int count)
    {
        ref var head = ref Words.First;
        ref var tail = ref Unsafe.Add(ref head, (nint)(EndBlock - FirstBlock) * _headWords);
        var firstCode = FirstBlock * PlaneLayout.CodesPerBlock;
        return new PlaneRun(ref head, ref tail, Math.Min(count, EndBlock * PlaneLayout.CodesPerBlock) - firstCode);
    }

    /// <summary>The first word of a plane of a block, counted in the store; the caller keeps the chunk alive.</summary>
    public ref ulong Plane(int block, int plane)
    {
        var local = (nint)(block - FirstBlock);
        var headPlanes = _headWords / PlaneLayout.WordsPerPlane;
        var offset = plane < headPlanes
            ? (local * _headWords) + (plane * PlaneLayout.WordsPerPlane)
            : ((nint)(EndBlock - FirstBlock) * _headWords) + (local * _tailWords) + ((plane - headPlanes) * PlaneLayout.WordsPerPlane);
        return ref Unsafe.Add(ref Words.First, offset);
    }
}
