namespace HashMatch.Indexes.Internals;

/// <summary>Which rows were removed, and by which removal: one number a row, in chunks made when they are needed.</summary>
/// <remarks>
/// Removals of an index are numbered. A removal marks its rows and then becomes the latest one; a search takes the number
/// of the latest one when it begins and heeds no later mark. So it sees a removal wholly or not at all, and whoever adds a
/// hash under a new key before removing the old key can rely on every search finding one of them. One writer, any number
/// of readers.
/// </remarks>
sealed class RemovalMarks
{
    const int ChunkLength = 4096;

    // Numbers begin at 1; 0 is a row that is there.
    ulong[]?[] _chunks = [];

    /// <summary>Rows marked. For the writer.</summary>
    public int Count { get; private set; }

    /// <summary>Whether no row is marked, so that nobody needs to look.</summary>
    public bool IsEmpty => Volatile.Read(ref _chunks).Length == 0;

    /// <summary>Whether a row was removed by one of the first <paramref name="removals"/> removals.</summary>
    public bool IsRemoved(int row, ulong removals)
    {
        var chunks = Volatile.Read(ref _chunks);
        var index = row / ChunkLength;
        if ((uint)index >= (uint)chunks.Length || Volatile.Read(ref chunks[index]) is not { } chunk)
        {
            return false;
        }

        var removal = Volatile.Read(ref chunk[row % ChunkLength]);
        return removal != 0 && removal <= removals;
    }

    /// <summary>Marks a row as removed by that removal; false if it was removed before.</summary>
    public bool Mark(int row, ulong removal)
    {
        var index = row / ChunkLength;
        if (index >= _chunks.Length)
        {
            var more = new ulong[]?[Math.Max(index + 1, 2 * _chunks.Length)];
            _chunks.CopyTo(more, 0);
            Volatile.Write(ref _chunks, more);
        }

        if (_chunks[index] is not { } chunk)
        {
            Volatile.Write(ref _chunks[index], chunk = new ulong[ChunkLength]);
        }

        ref var mark = ref chunk[row % ChunkLength];
        if (mark != 0)
        {
            return false;
        }

        Volatile.Write(ref mark, removal);
        Count++;
        return true;
    }

    /// <summary>Takes over marks for rows that begin here at <paramref name="firstRow"/>.</summary>
    public void CopyFrom(RemovalMarks other, int firstRow)
    {
        var chunks = Volatile.Read(ref other._chunks);
        for (var index = 0; index < chunks.Length; index++)
        {
            if (Volatile.Read(ref chunks[index]) is not { } chunk)
            {
                continue;
            }

            for (var i = 0; i < ChunkLength; i++)
            {
                if (Volatile.Read(ref chunk[i]) is var removal and not 0)
                {
                    Mark(firstRow + (index * ChunkLength) + i, removal);
                }
            }
        }
    }
}
