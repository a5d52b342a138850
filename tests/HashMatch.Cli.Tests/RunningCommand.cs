using System.Diagnostics;
using System.Text;

namespace HashMatch.Cli.Tests;

/// <summary>The command in a process of its own, which can be killed.</summary>
sealed class RunningCommand : IDisposable
{
    readonly Process _process;
    readonly StringBuilder _printed = new();
    readonly TaskCompletionSource _firstLine = new();
    readonly Task _reading;
    readonly Task<string> _error;

    internal RunningCommand(params string[] args)
    {
        ProcessStartInfo start = new("dotnet", [typeof(ExitCode).Assembly.Location, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        _error = _process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        _reading = ReadAsync();
    }

    internal int Id => _process.Id;

    /// <summary>The whole lines printed until it ended.</summary>
    internal string Printed => _printed.ToString(0, _printed.ToString().LastIndexOf('\n') + 1);

    internal Task FirstLineAsync() => Task.WhenAny(_firstLine.Task, _reading);

    internal async Task<CommandRun> ToEndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await _reading;
        return new CommandRun(_process.ExitCode, _printed.ToString(), await _error);
    }

    /// <summary>Kills it after a time; null then, and its run if it ended before.</summary>
    internal async Task<CommandRun?> KillAfterAsync(TimeSpan time)
    {
        await Task.WhenAny(_process.WaitForExitAsync(TestContext.Current.CancellationToken), Task.Delay(time, TestContext.Current.CancellationToken));
        if (!_process.HasExited)
        {
            _process.Kill();
            await ToEndAsync();
            return null;
        }

        return await ToEndAsync();
    }

    public void Dispose() => _process.Dispose();

    async Task ReadAsync()
    {
        var buffer = new char[1 << 14];
        while (await _process.StandardOutput.ReadAsync(buffer, TestContext.Current.CancellationToken) is > 0 and var read)
        {
            _printed.Append(buffer, 0, read);
            _firstLine.TrySetResult();
        }
    }
}
