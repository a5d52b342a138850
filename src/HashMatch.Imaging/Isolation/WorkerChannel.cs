using System.Diagnostics;
using System.Text;

namespace HashMatch.Imaging.Isolation;

/// <summary>The pipes to a worker: a message out, a message back, within a time.</summary>
/// <param name="process">The worker, which is killed when time is up.</param>
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

    /// <summary>Sends a message and waits for the answer; false where the worker ended instead.</summary>
    /// <param name="message">What is sent.</param>
    /// <param name="time">What the worker has for it; a little later it is killed.</param>
    /// <param name="answer">What came back.</param>
    /// <param name="isOverdue">Whether it was killed for that.</param>
    internal bool TryAsk<TMessage, TAnswer>(TMessage message, TimeSpan time, out TAnswer answer, out bool isOverdue)
        where TMessage : unmanaged
        where TAnswer : unmanaged
    {
        using var deadline = new CancellationTokenSource(Deadline(time));
        try
        {
            // Its end ends the reading.
            using var kill = deadline.Token.Register(static worker => ((Process)worker!).Kill(), process);
            WorkerMessages.Send(_input, message);
            answer = WorkerMessages.Receive<TAnswer>(_output);
            isOverdue = false;
            return true;
        }
        catch (IOException)
        {
            answer = default;
            isOverdue = deadline.IsCancellationRequested;
            return false;
        }
    }

    /// <summary>What a program that is no worker said on standard error before it ended.</summary>
    internal string Complaint()
    {
        var words = new byte[1024];
        var reading = _error.ReadAsync(words).AsTask();
        // Not for long, since a child of its own may keep the pipe open.
        return Encoding.UTF8.GetString(words, 0, reading.Wait(s_grace) ? reading.Result : 0);
    }

    /// <summary>Closes standard error, which nobody would read from now on.</summary>
    internal void CloseError() => _error.Dispose();

    public void Dispose()
    {
        _input.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    // A timer takes no longer span.
    static TimeSpan Deadline(TimeSpan time) =>
        time == Timeout.InfiniteTimeSpan || time.TotalMilliseconds >= int.MaxValue - s_grace.TotalMilliseconds
            ? Timeout.InfiniteTimeSpan
            : time + s_grace;
}
