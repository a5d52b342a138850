namespace HashMatch.Buffers;

/// <summary>Items outside the collector's heap, appended to by one writer; capacity grows by half.</summary>
/// <remarks>See <see cref="NativeArray{T}"/> on keeping it alive.</remarks>
sealed class GrowingArray<T>
    where T : unmanaged
{
    NativeArray<T> _items;

    internal GrowingArray(int capacity) => _items = new NativeArray<T>(capacity);

    /// <summary>Takes over items that are there already; if they are a view, the first to be added moves them to memory.</summary>
    internal GrowingArray(NativeArray<T> items)
    {
        _items = items;
        Length = items.Length;
    }

    /// <summary>Items in use.</summary>
    internal int Length { get; private set; }

    internal int Capacity => _items.Length;

    /// <summary>The memory taken, that of items not yet in use among it.</summary>
    internal long Bytes => _items.Bytes;

    internal ref T First => ref _items.First;

    internal Span<T> Span => _items.Span[..Length];

    /// <summary>Adds zeroed items at the end; references taken before are stale afterwards.</summary>
    /// <returns>Where the first of them lies.</returns>
    internal int Append(int count)
    {
        var start = Length;
        var length = checked(start + count);
        if (length > _items.Length)
        {
            Resize((int)Math.Min(Math.Max(length, _items.Length * 3L / 2), int.MaxValue));
        }

        Length = length;
        return start;
    }

    /// <summary>Adds an item at the end; references taken before are stale afterwards.</summary>
    internal void Add(T item)
    {
        var place = Append(1);
        _items.Span[place] = item;
        GC.KeepAlive(_items);
    }

    /// <summary>The item at a place.</summary>
    internal T this[int place]
    {
        get
        {
            var item = Span[place];
            GC.KeepAlive(_items);
            return item;
        }
    }

    internal void Trim() => Resize(Length);

    void Resize(int capacity)
    {
        var items = new NativeArray<T>(capacity);
        Span.CopyTo(items.Span);
        GC.KeepAlive(_items);
        _items = items;
    }
}
