using System.Text;

namespace HashMatch.Imaging.Isolation;

/// <summary>The end of a shared block, where standard error of a worker goes: what it says there outlives it.</summary>
/// <param name="start">The memory, of <see cref="Length"/> bytes.</param>
/// <param name="offset">Where it lies in the file of the block.</param>
sealed unsafe class LastWords(byte* start, long offset)
{
    /// <summary>The bytes it has; what does not fit is lost.</summary>
    internal const int Length = 4096;

    const int StandardError = 2;

    /// <summary>Sends standard error of this process here.</summary>
    /// <param name="file">The file of the block.</param>
    /// <exception cref="IOException">The system refuses.</exception>
    internal void TakeStandardError(int file)
    {
        Libc.ThrowIf(Libc.Duplicate(file, StandardError) != StandardError);
        Rewind();
    }

    /// <summary>Lets standard error of this process, which was sent here, begin at the first byte again.</summary>
    /// <exception cref="IOException">The system refuses.</exception>
    internal void Rewind() => Libc.ThrowIf(Libc.Seek(StandardError, offset, 0) != offset);

    /// <summary>Forgets what was said.</summary>
    internal void Clear() => new Span<byte>(start, Length).Clear();

    /// <summary>What was said since it was cleared.</summary>
    internal string Read() => Encoding.ASCII.GetString(new ReadOnlySpan<byte>(start, Length)).TrimEnd('\0');
}
