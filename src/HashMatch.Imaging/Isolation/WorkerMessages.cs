using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HashMatch.Imaging.Isolation;

/// <summary>Messages of a fixed length over a pipe, as they lie in memory.</summary>
static class WorkerMessages
{
    internal static void Send<T>(Stream pipe, T message)
        where T : unmanaged
    {
        pipe.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in message)));
        pipe.Flush();
    }

    /// <exception cref="EndOfStreamException">The other side is gone.</exception>
    internal static T Receive<T>(Stream pipe)
        where T : unmanaged
    {
        Unsafe.SkipInit(out T message);
        pipe.ReadExactly(MemoryMarshal.AsBytes(new Span<T>(ref message)));
        return message;
    }
}
