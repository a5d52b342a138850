namespace HashMatch.Distance;

/// <summary>Consecutive blocks of bit planes, as a kernel walks them; see <see cref="PlaneLayout"/>.</summary>
/// <remarks>The caller keeps the memory alive; no code beyond the count is ever reported.</remarks>
readonly ref struct PlaneRun(ref readonly ulong head, ref readonly ulong tail, int count)
{
    /// <summary>The head of the first block; the next block's follows it.</summary>
    public readonly ref readonly ulong Head = ref head;

    /// <summary>The tail of the first block; the next block's follows it.</summary>
    public readonly ref readonly ulong Tail = ref tail;

    /// <summary>Codes in the run; it begins with the first code of the first block.</summary>
    public int Count { get; } = count;

    /// <summary>Blocks in the run.</summary>
    public int BlockCount => PlaneLayout.BlocksFor(Count);
}
