using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Text;

namespace HashMatch.Imaging.Isolation;

/// <summary>The pipes to a worker: a message out, a message back, within a time.</summary>
/// <param name="process">The worker.</param>
sealed class WorkerChannel(Process process) : IDisposable
{
    // A worker gives up on its own when time is up. This is for code that does not look at the clock.
    static readonly TimeSpan s_grace = TimeSpan.FromSeconds(1);

    // Not the writer and readers of the process: those keep bytes back, and want to write when they are closed.
    readonly Stream _input = process.StandardInput.BaseStream;
    readonly Stream _output = process.StandardOutput.BaseStream;
    readonly Stream _error = process.StandardError.BaseStream;

    /// <summary>A machine may be busy, but a worker that says nothing for so long is none.</summary>
    internal static TimeSpan StartTime { get; } = TimeSpan.FromSeconds(60);

    /// <summary>Sends a message and waits for the answer; false where the worker ended instead, or time did.</summary>
    /// <param name="message">What is sent.</param>
    /// <param name="time">What the worker has for it; it is waited for a little longer.</param>
    /// <param name="answer">What came back.</param>
    /// <param name="isOverdue">Whether it was time that ended.</param>
    internal bool TryAsk<TMessage, TAnswer>(TMessage message, TimeSpan time, out TAnswer answer, out bool isOverdue)
        where TMessage : unmanaged
        where TAnswer : unmanaged
    {
        answer = default;
        isOverdue = false;
        var end = EndOf(time);
        try
        {
            WorkerMessages.Send(_input, message);
            var missing = MemoryMarshal.AsBytes(new Span<TAnswer>(ref answer));
            while (!missing.IsEmpty)
            {
                if (!IsReadable(_output, end))
                {
                    isOverdue = true;
                    return false;
                }

                var read = _output.Read(missing);
                if (read == 0)
                {
                    return false;
                }

                missing = missing[read..];
            }

            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>What a program that is no worker said on standard error before it ended.</summary>
    internal string Complaint()
    {
        var words = new byte[1024];
        return Encoding.UTF8.GetString(words, 0, IsReadable(_error, EndOf(TimeSpan.Zero)) ? _error.Read(words) : 0);
    }

    /// <summary>Closes standard error, which nobody would read from now on.</summary>
    internal void CloseError() => _error.Dispose();

    public void Dispose()
    {
        _input.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    // The time on the system's clock of milliseconds; spans that are no bound have none.
    static long EndOf(TimeSpan time) =>
        time == Timeout.InfiniteTimeSpan || time.TotalMilliseconds >= int.MaxValue
            ? long.MaxValue
            : Environment.TickCount64 + (long)(time + s_grace).TotalMilliseconds;

    /// <summary>Waits until reading does not block. Killing the worker would not do: a child of its own may hold the pipe open.</summary>
    static bool IsReadable(Stream pipe, long end)
    {
        Libc.PolledFile file = new((int)((PipeStream)pipe).SafePipeHandle.DangerousGetHandle(), Libc.Readable, 0);
        while (true)
        {
            var left = end == long.MaxValue ? -1 : (int)Math.Clamp(end - Environment.TickCount64, 0, int.MaxValue);
            var ready = Libc.Poll(ref file, 1, left);
            if (ready == 0)
            {
                return false;
            }

            // Whatever else is wrong with it, reading will say.
            if (ready > 0 || Marshal.GetLastPInvokeError() != Libc.Interrupted)
            {
                return true;
            }
        }
    }
}
