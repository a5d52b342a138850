using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace HashMatch.Imaging.Isolation;

/// <summary>Memory of two processes: pixels, then a file's bytes, then a worker's last words.</summary>
/// <remarks>
/// A file without a name, sealed at its size: a process that cut it would end all others that look at it. Only pages that
/// were touched take memory.
/// </remarks>
sealed unsafe class SharedBlock : IDisposable
{
    // What stays for the next picture: one of 12 megapixels that is turned, and its file.
    const long KeptPixels = 80 << 20;
    internal const int KeptFile = 8 << 20;

    readonly WorkerLimits _limits;
    readonly FileStream _file;
    readonly MemoryMappedViewAccessor _view;
    readonly byte* _start;

    SharedBlock(FileStream file, WorkerLimits limits)
    {
        _file = file;
        _limits = limits;
        using var map = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: true);
        _view = map.CreateViewAccessor(0, LengthFor(limits), MemoryMappedFileAccess.ReadWrite);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        var words = LengthFor(limits) - LastWords.Length;
        Words = new LastWords(_start + words, words);
    }

    /// <summary>A new block.</summary>
    /// <exception cref="IOException">The system refuses.</exception>
    internal static SharedBlock Create(WorkerLimits limits)
    {
        SafeFileHandle handle = new(CreateFile(), ownsHandle: true);
        FileStream? file = null;
        try
        {
            Libc.ThrowIf(handle.IsInvalid);
            file = new FileStream(handle, FileAccess.ReadWrite, bufferSize: 0);
            file.SetLength(LengthFor(limits));
            Libc.ThrowIf(Libc.ControlFile((int)handle.DangerousGetHandle(), Libc.AddSeals, Libc.SealShrinking | Libc.SealGrowing | Libc.SealSeals) != 0);
            return new SharedBlock(file, limits);
        }
        catch
        {
            file?.Dispose();
            handle.Dispose();
            throw;
        }
    }

    /// <summary>Never to be executed, which some systems insist on; those before Linux 6.3 do not know the flag.</summary>
    static int CreateFile()
    {
        const uint Flags = Libc.CloseOnExec | Libc.AllowSealing;
        var descriptor = Libc.CreateMemoryFile("hashmatch", Flags | Libc.NeverExecutable);
        return descriptor < 0 && Marshal.GetLastPInvokeError() == Libc.InvalidArgument ? Libc.CreateMemoryFile("hashmatch", Flags) : descriptor;
    }

    /// <summary>The block of another process.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    internal static SharedBlock Open(int process, int descriptor, WorkerLimits limits) => new(
        new FileStream($"/proc/{process}/fd/{descriptor}", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0),
        limits);

    /// <summary>The number of the file in the process that made it, until <see cref="CloseFile"/>.</summary>
    internal int Descriptor => (int)_file.SafeFileHandle.DangerousGetHandle();

    /// <summary>Where pixels lie.</summary>
    internal nint Pixels => (nint)_start;

    /// <summary>Its end, for a worker's last words.</summary>
    internal LastWords Words { get; }

    /// <summary>The first bytes of the file's room.</summary>
    internal Span<byte> FileOf(int length) => new(FileStart(length), length);

    /// <summary>Those bytes as memory, valid as long as the block.</summary>
    internal ReadOnlyMemory<byte> FileMemoryOf(int length) => new MappedBytes(FileStart(length), length).Memory;

    /// <summary>Pixels at an offset.</summary>
    internal Span<byte> PixelsAt(long offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, _limits.PixelBytes - length);
        return new Span<byte>(_start + offset, length);
    }

    /// <summary>Whether making those pixels may have touched more than is kept: alpha and other attempts lay behind them.</summary>
    internal static bool IsLarge(in WorkerReply reply) => reply.Offset + ((long)reply.Width * reply.Height * reply.PixelSize) > KeptPixels / 2;

    /// <summary>Gives memory back that only a large picture needed.</summary>
    internal void Trim()
    {
        Free(KeptPixels, _limits.PixelBytes);
        Free(_limits.PixelBytes + KeptFile, _limits.PixelBytes + _limits.FileBytes);
    }

    /// <summary>Closes the file; the memory stays.</summary>
    internal void CloseFile() => _file.Dispose();

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }

    byte* FileStart(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, _limits.FileBytes);
        return _start + _limits.PixelBytes;
    }

    void Free(long from, long to)
    {
        if (from < to)
        {
            // Where it is refused, only memory is lost.
            _ = Libc.Advise((nint)(_start + from), (nuint)(to - from), Libc.Remove);
        }
    }

    static long LengthFor(WorkerLimits limits) => limits.SharedBytes + LastWords.Length;
}
