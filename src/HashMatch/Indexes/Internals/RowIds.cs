using HashMatch.Buffers;

namespace HashMatch.Indexes.Internals;

/// <summary>The ids of rows that one thread adds while any number read.</summary>
/// <remarks>
/// An id is set before its row is published, so whoever has seen a row finds its id in <see cref="Current"/>, taken
/// afterwards. That array stays as it is for as long as it is held, whatever is added meanwhile.
/// </remarks>
sealed class RowIds
{
    NativeArray<int> _ids = new(0);

    /// <summary>The array there is now; see <see cref="NativeArray{T}"/> on keeping it alive.</summary>
    public NativeArray<int> Current => Volatile.Read(ref _ids);

    /// <summary>Sets the id of the next row.</summary>
    public void Set(int row, int id)
    {
        if (row == _ids.Length)
        {
            var ids = new NativeArray<int>(Math.Max(16, checked(row * 2)));
            _ids.Span.CopyTo(ids.Span);
            GC.KeepAlive(_ids);
            Volatile.Write(ref _ids, ids);
        }

        _ids.Span[row] = id;
        GC.KeepAlive(_ids);
    }
}
