using System.IO.MemoryMappedFiles;

namespace HashMatch.Fuzzing.Running;

/// <summary>The input being read, in a file both processes map: it outlives the one that reads it.</summary>
/// <remarks>Layout: i64 number of the execution from 1 on, i32 length, the bytes. The number is written last.</remarks>
sealed class FlightRecorder : IDisposable
{
    const int HeaderLength = 16;
    const int Capacity = 8 << 20;

    readonly MemoryMappedFile _file;
    readonly MemoryMappedViewAccessor _view;

    /// <summary>Maps a file, made and set to zeros where there is none.</summary>
    internal FlightRecorder(string path)
    {
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, null, HeaderLength + Capacity);
        _view = _file.CreateViewAccessor();
    }

    /// <summary>The execution under way, 0 for the first; -1 before it.</summary>
    internal long Number => _view.ReadInt64(0) - 1;

    internal byte[] Input
    {
        get
        {
            var bytes = new byte[Math.Clamp(_view.ReadInt32(8), 0, Capacity)];
            _view.ReadArray(HeaderLength, bytes, 0, bytes.Length);
            return bytes;
        }
    }

    internal void Record(long number, byte[] input)
    {
        _view.Write(8, Math.Min(input.Length, Capacity));
        _view.WriteArray(HeaderLength, input, 0, Math.Min(input.Length, Capacity));
        _view.Write(0, number + 1);
    }

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }
}
