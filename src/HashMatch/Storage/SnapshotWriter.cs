using System.IO.Hashing;
using System.Runtime.InteropServices;
using HashMatch.Buffers;

namespace HashMatch.Storage;

/// <summary>Writes a snapshot beside its place and moves it there whole: a reader finds the old file or the new one.</summary>
sealed class SnapshotWriter : IDisposable
{
    const int ItemsAtOnce = 1 << 20;

    readonly string _path;
    readonly string _temporaryPath;
    readonly FileStream _file;
    readonly List<SnapshotSection> _sections = [];
    bool _done;

    /// <param name="path">Where the snapshot will be; an older one is replaced at the end.</param>
    /// <param name="sectionCount">How many sections will be written.</param>
    public SnapshotWriter(string path, int sectionCount)
    {
        _path = FilePlace.Find(path).FullName;
        _temporaryPath = $"{_path}.{Path.GetRandomFileName()}.tmp";
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows())
        {
            // Hashes can be those of a list that is not everyone's to read.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        _file = new FileStream(_temporaryPath, options);
        _file.Position = SnapshotHeader.LengthOf(sectionCount);
    }

    public void Write<T>(uint kind, NativeArray<T> items)
        where T : unmanaged
    {
        Write<T>(kind, items.Span);
        GC.KeepAlive(items);
    }

    public void Write<T>(uint kind, GrowingArray<T> items)
        where T : unmanaged
    {
        Write<T>(kind, items.Span);
        GC.KeepAlive(items);
    }

    /// <param name="kind">Which section, among those of the file.</param>
    /// <param name="items">Its items, as they lie; whoever owns them keeps them alive.</param>
    public void Write<T>(uint kind, ReadOnlySpan<T> items)
        where T : unmanaged
    {
        Align();
        var offset = _file.Position;
        XxHash3 checksum = new();
        while (!items.IsEmpty)
        {
            var bytes = MemoryMarshal.AsBytes(items[..Math.Min(ItemsAtOnce, items.Length)]);
            checksum.Append(bytes);
            _file.Write(bytes);
            items = items[Math.Min(ItemsAtOnce, items.Length)..];
        }

        _sections.Add(new SnapshotSection(kind, offset, _file.Position - offset, checksum.GetCurrentHashAsUInt64()));
    }

    /// <summary>Writes the header, brings all to the disk and puts the file in its place.</summary>
    public void Complete(int bitCount, long hashCount, string profile)
    {
        Align();
        // The last section may be empty, and the file must reach its aligned offset all the same.
        _file.SetLength(_file.Position);
        var length = _file.Position;
        _file.Position = 0;
        _file.Write(new SnapshotHeader(bitCount, hashCount, profile, _sections).ToBytes(length));
        _file.Flush(flushToDisk: true);
        _file.Dispose();
        File.Move(_temporaryPath, _path, overwrite: true);
        _done = true;
    }

    /// <summary>Removes what was written unless it was completed.</summary>
    public void Dispose()
    {
        try
        {
            // On a full disk the rest of the buffer cannot be written here either.
            _file.Dispose();
        }
        finally
        {
            if (!_done)
            {
                File.Delete(_temporaryPath);
            }
        }
    }

    void Align() => _file.Position = (_file.Position + SnapshotHeader.Alignment - 1) & -SnapshotHeader.Alignment;
}
