using System.IO.MemoryMappedFiles;

namespace HashMatch.Buffers;

/// <summary>A whole file mapped for reading. It stays mapped for as long as the object, or a view on it, is reachable.</summary>
/// <remarks>The system reads pages as they are touched. Cutting the file while it is mapped is an error no program can catch.</remarks>
sealed unsafe class MappedFile
{
    readonly MemoryMappedViewAccessor _view;
    readonly byte* _start;

    /// <exception cref="IOException">The file is empty or cannot be mapped.</exception>
    public MappedFile(FileStream file)
    {
        Length = file.Length;
        if (Length == 0)
        {
            throw new EndOfStreamException("An empty file cannot be mapped.");
        }

        // The handles' own finalizers unmap; the file stays open by the map alone.
        using var map = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        _view = map.CreateViewAccessor(0, Length, MemoryMappedFileAccess.Read);
        // Not AcquirePointer, which would keep the handle from ever being finalized. The view begins at the file's first byte.
        _start = (byte*)_view.SafeMemoryMappedViewHandle.DangerousGetHandle();
    }

    public long Length { get; }

    /// <summary>Bytes of the file; see <see cref="NativeArray{T}"/> on keeping this object alive.</summary>
    public ReadOnlySpan<byte> Bytes(long offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Length - length);
        return new ReadOnlySpan<byte>(_start + offset, length);
    }

    /// <summary>Items of the file, as they lie.</summary>
    public NativeArray<T> Items<T>(long offset, int length)
        where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Length - ((long)length * sizeof(T)));
        return new NativeArray<T>(this, (nint)(_start + offset), length);
    }
}
