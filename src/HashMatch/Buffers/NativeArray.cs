using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HashMatch.Buffers;

/// <summary>A fixed array outside the collector's heap: its own allocation, or a view on memory something else owns.</summary>
/// <remarks>
/// Indexes of millions of hashes live here, so that no collection ever walks or moves them, large pages can be asked
/// for, and a mapped file serves as it lies. Memory is freed when the last reference is gone, never earlier: there is
/// nothing to dispose and no search can outlive its data. The collector does not see a <c>ref</c> or span into this
/// memory, therefore whoever takes one calls <see cref="GC.KeepAlive"/> on the array, or on an object that holds it,
/// after the last access.
/// </remarks>
sealed unsafe class NativeArray<T>
    where T : unmanaged
{
    readonly T* _items;
    readonly object? _owner;

    /// <summary>Allocates zeroed items, at 64-byte alignment or better.</summary>
    public NativeArray(int length)
        : this(length, clear: true)
    {
    }

    NativeArray(int length, bool clear)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;
        var bytes = (nuint)length * (nuint)sizeof(T);
        var alignment = bytes >= LargePages.Size ? LargePages.Size : 64;
        _items = (T*)NativeMemory.AlignedAlloc(Math.Max(bytes, 1), alignment);
        LargePages.Advise((nint)_items, bytes);
        if (clear)
        {
            NativeMemory.Clear(_items, bytes);
        }

        if (bytes > 0)
        {
            GC.AddMemoryPressure((long)bytes);
        }
    }

    /// <summary>A view on memory that <paramref name="owner"/> keeps in place for as long as it is reachable.</summary>
    public NativeArray(object owner, nint items, int length)
    {
        Debug.Assert(items % sizeof(T) == 0 || items % 64 == 0);
        _owner = owner;
        _items = (T*)items;
        Length = length;
        GC.SuppressFinalize(this);
    }

    /// <summary>Allocates items of any value, for a caller who writes all of them: large arrays are then touched once, not twice.</summary>
    public static NativeArray<T> Uninitialized(int length) => new(length, clear: false);

    ~NativeArray()
    {
        // A view's finalizer is suppressed; one that failed to allocate has nothing to free.
        if (_owner is null && _items is not null)
        {
            NativeMemory.AlignedFree(_items);
            if (Length > 0)
            {
                GC.RemoveMemoryPressure(Bytes);
            }
        }
    }

    public int Length { get; }

    /// <summary>The memory the items take.</summary>
    public long Bytes => (long)Length * sizeof(T);

    /// <summary>Where the items lie; 0 is never used.</summary>
    public nint Address => (nint)_items;

    /// <summary>The first item, for kernels that do their own arithmetic; see the remarks on keeping the array alive.</summary>
    public ref T First => ref Unsafe.AsRef<T>(_items);

    /// <summary>All items; see the remarks on keeping the array alive.</summary>
    public Span<T> Span => new(_items, Length);
}
