using System.Diagnostics;

namespace HashMatch.Imaging.Isolation;

/// <summary>A worker as the process sees it that started it: memory shared with it, and a pipe each way.</summary>
/// <remarks>For one thread at a time.</remarks>
sealed class WorkerProcess : IDisposable
{
    static readonly TimeSpan s_endTime = TimeSpan.FromSeconds(1);

    readonly Process _process;
    readonly WorkerChannel _channel;
    long _requests;
    bool _mayTrim;

    /// <summary>Takes ownership of both, for <see cref="WorkerStart"/>.</summary>
    internal WorkerProcess(Process process, SharedBlock block, WorkerLimits limits)
    {
        _process = process;
        _channel = new WorkerChannel(process);
        Block = block;
        Limits = limits;
    }

    internal WorkerLimits Limits { get; }

    /// <summary>What it shares with the worker.</summary>
    internal SharedBlock Block { get; }

    /// <summary>Whether it can be asked no more.</summary>
    internal bool HasEnded => _process.HasExited;

    /// <summary>The process's number.</summary>
    internal int Id => _process.Id;

    /// <summary>Has it say what it is, before it sees any file.</summary>
    /// <exception cref="DecodeWorkerException">It says nothing, or is no worker of this build.</exception>
    internal WorkerReadiness Greet()
    {
        WorkerGreeting greeting = new(WorkerGreeting.ThisBuild, Environment.ProcessId, Block.Descriptor, Limits);
        if (!_channel.TryAsk(greeting, WorkerChannel.StartTime, out WorkerReadiness ready, out var isOverdue))
        {
            var end = End(isOverdue);
            throw Failure(isOverdue ? "does not answer" : $"ended before it was ready, with exit code {_process.ExitCode}", end == WorkerEnd.Killed);
        }

        if (ready.Build != WorkerGreeting.ThisBuild)
        {
            Kill();
            throw Failure("is no decode worker of this build");
        }

        // What is said from now on goes to the block, so that nobody has to read it meanwhile.
        Block.CloseFile();
        _channel.CloseError();
        return ready;
    }

    /// <summary>Has a file decoded, and waits for the reply, or for the end of the worker, at the latest when time is up.</summary>
    internal WorkerEnd? Decode(ReadOnlySpan<byte> bytes, DecodeOptions options, out WorkerReply reply)
    {
        bytes.CopyTo(Block.FileOf(bytes.Length));
        Block.Words.Clear();
        var request = WorkerRequest.Of(++_requests, bytes.Length, options);
        if (!_channel.TryAsk(request, options.Timeout, out reply, out var isOverdue))
        {
            return End(isOverdue);
        }

        _mayTrim = bytes.Length > SharedBlock.KeptFile || reply.Outcome != WorkerReply.Decoded || SharedBlock.IsLarge(reply);
        return reply.Number == request.Number ? null : WorkerEnd.Crashed;
    }

    /// <summary>Gives back what only a large picture needed, before it waits for the next one.</summary>
    internal void Rest()
    {
        if (_mayTrim)
        {
            Block.Trim();
            _mayTrim = false;
        }
    }

    public void Dispose()
    {
        Kill();
        _channel.Dispose();
        _process.Dispose();
        Block.Dispose();
    }

    void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>How a worker ended that did not answer; one that has not is killed.</summary>
    WorkerEnd End(bool isOverdue)
    {
        // A pipe that is closed is the end of a process, or shortly before it. One that closed it and goes on was not killed by others.
        var hasEnded = !isOverdue && _process.WaitForExit(s_endTime);
        Kill();
        return isOverdue ? WorkerEnd.Overdue
            : hasEnded ? WorkerEndings.Of(_process.ExitCode, Block.Words.Read())
            : WorkerEnd.Crashed;
    }

    /// <summary>What is wrong with one that has ended, in its own words too.</summary>
    DecodeWorkerException Failure(string what, bool wasKilled = false)
    {
        var line = WorkerEndings.FirstLine(_channel.Complaint());
        return new DecodeWorkerException($"The decode worker '{_process.StartInfo.FileName}' {what}{(line.Length == 0 ? "." : $": {line}")}") { WasKilled = wasKilled };
    }
}
