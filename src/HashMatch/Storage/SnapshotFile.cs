using System.IO.Hashing;
using System.Runtime.CompilerServices;
using HashMatch.Buffers;

namespace HashMatch.Storage;

/// <summary>A snapshot opened for reading: its header checked, its sections mapped where they lie.</summary>
sealed class SnapshotFile
{
    const int BytesAtOnce = 1 << 24;

    readonly string _path;
    readonly MappedFile _file;

    SnapshotFile(string path, MappedFile file, SnapshotHeader header)
    {
        _path = path;
        _file = file;
        Header = header;
    }

    public SnapshotHeader Header { get; }

    public long Length => _file.Length;

    /// <exception cref="SnapshotFormatException">The file is foreign, of another version, cut or has a damaged header.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static SnapshotFile Open(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1);
        if (!stream.CanSeek)
        {
            throw new SnapshotFormatException($"'{path}' is a pipe or device, not an index snapshot.");
        }

        var start = new byte[(int)Math.Min(stream.Length, SnapshotHeader.LengthOf(SnapshotHeader.MostSections))];
        stream.ReadExactly(start);
        var header = SnapshotHeader.Parse(start, stream.Length, path);
        return new SnapshotFile(path, new MappedFile(stream), header);
    }

    /// <summary>The items of a section; none when the snapshot has no such section.</summary>
    public NativeArray<T> Items<T>(uint kind)
        where T : unmanaged
    {
        foreach (var section in Header.Sections)
        {
            if (section.Kind == kind)
            {
                var count = section.Length / Unsafe.SizeOf<T>();
                return section.Length % Unsafe.SizeOf<T>() == 0 && count <= Array.MaxLength
                    ? _file.Items<T>(section.Offset, (int)count)
                    : throw SnapshotHeader.Inconsistent(_path);
            }
        }

        return new NativeArray<T>(0);
    }

    /// <summary>Reads every section and compares its checksum.</summary>
    /// <exception cref="SnapshotFormatException">One differs.</exception>
    public void Verify()
    {
        foreach (var section in Header.Sections)
        {
            XxHash3 checksum = new();
            for (long done = 0; done < section.Length; done += BytesAtOnce)
            {
                checksum.Append(_file.Bytes(section.Offset + done, (int)Math.Min(BytesAtOnce, section.Length - done)));
            }

            if (checksum.GetCurrentHashAsUInt64() != section.Checksum)
            {
                throw SnapshotHeader.Damaged(_path);
            }
        }

        GC.KeepAlive(_file);
    }
}
