using System.Diagnostics;
using HashMatch.Imaging.Vips;

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

    WorkerProcess(Process process, SharedBlock block, WorkerLimits limits)
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

    /// <summary>A worker that is ready.</summary>
    /// <exception cref="DecodeWorkerException">It does not start, or is no worker of this build.</exception>
    /// <exception cref="DllNotFoundException">It lacks the native library.</exception>
    internal static WorkerProcess Start(IsolationOptions options, WorkerLimits limits)
    {
        var block = Share(limits);
        Process process;
        try
        {
            process = WorkerLaunch.Start(options, limits);
        }
        catch
        {
            block.Dispose();
            throw;
        }

        WorkerProcess worker = new(process, block, limits);
        try
        {
            worker.Greet();
            return worker;
        }
        catch
        {
            worker.Dispose();
            throw;
        }
    }

    /// <summary>Has a file decoded, and waits for the reply, or for the end of the worker, at the latest when time is up.</summary>
    internal WorkerEnd? Decode(ReadOnlySpan<byte> bytes, DecodeOptions options, out WorkerReply reply)
    {
        bytes.CopyTo(Block.FileOf(bytes.Length));
        var request = WorkerRequest.Of(++_requests, bytes.Length, options);
        if (!_channel.TryAsk(request, options.Timeout, out reply, out var isOverdue))
        {
            Kill();
            return isOverdue ? WorkerEnd.Overdue : WorkerEndings.Of(_process.ExitCode, Block.LastWords());
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

    /// <summary>Ends the process, however it is.</summary>
    internal void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _channel.Dispose();
        _process.Dispose();
        Block.Dispose();
    }

    static SharedBlock Share(WorkerLimits limits)
    {
        try
        {
            return SharedBlock.Create(limits);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DecodeWorkerException($"There is no memory to share with a decode worker: {exception.Message}", exception);
        }
    }

    void Greet()
    {
        WorkerGreeting greeting = new(WorkerGreeting.ThisBuild, Environment.ProcessId, Block.Descriptor, Limits);
        if (!_channel.TryAsk(greeting, WorkerChannel.StartTime, out WorkerReadiness ready, out var isOverdue))
        {
            // A pipe that is closed is the end of a process, or shortly before it.
            var wasKilled = !isOverdue && _process.WaitForExit(s_endTime) && WorkerEndings.IsKilled(_process.ExitCode);
            Kill();
            throw Failure(isOverdue ? "does not answer" : $"ended before it was ready, with exit code {_process.ExitCode}", wasKilled);
        }

        if (ready.Build != WorkerGreeting.ThisBuild)
        {
            throw Failure("is no decode worker of this build");
        }

        if (ready.HasLibrary == 0)
        {
            throw VipsLibrary.Missing(System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier, null);
        }

        // What is said from now on goes to the block, so that nobody has to read it meanwhile.
        Block.CloseFile();
        _channel.CloseError();
    }

    DecodeWorkerException Failure(string what, bool wasKilled = false)
    {
        Kill();
        var line = WorkerEndings.FirstLine(_channel.Complaint());
        return new DecodeWorkerException($"The decode worker '{_process.StartInfo.FileName}' {what}{(line.Length == 0 ? "." : $": {line}")}") { WasKilled = wasKilled };
    }
}
