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
        : this(args, holdsInput: false)
    {
    }

    RunningCommand(string[] args, bool holdsInput)
    {
        ProcessStartInfo start = new("dotnet", [typeof(ExitCode).Assembly.Location, .. args])
        {
            RedirectStandardInput = holdsInput,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        _error = _process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        _reading = ReadAsync();
    }

    internal bool HasExited => _process.HasExited;

    /// <summary>The whole lines printed until it ended.</summary>
    internal string Printed => _printed.ToString(0, _printed.ToString().LastIndexOf('\n') + 1);

    /// <summary>A command that waits for standard input, on which nothing ever comes.</summary>
    internal static RunningCommand WithoutInput(params string[] args) => new(args, holdsInput: true);

    /// <summary>Skips a test where a signal would not reach a command.</summary>
    internal static void RequireSignal(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals.");
        // As for what a shell without job control runs in the background; programs hand it down.
        Assert.SkipWhen(signal == "-INT" && IgnoresInterrupts(), "Interrupts are ignored here.");
    }

    internal Task FirstLineAsync() => Task.WhenAny(_firstLine.Task, _reading);

    /// <summary>Sends it a signal, such as <c>-INT</c>.</summary>
    internal async Task SignalAsync(string signal) =>
        Assert.Equal(ExitCode.Done, (await ProgramRun.OfAsync(new ProcessStartInfo("kill", [signal, $"{_process.Id}"]))).ExitCode);

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

    static bool IgnoresInterrupts()
    {
        const string Row = "SigIgn:";
        const ulong Interrupt = 1 << (2 - 1);
        return OperatingSystem.IsLinux() && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith(Row, StringComparison.Ordinal)) is { } row &&
            (Convert.ToUInt64(row[Row.Length..].Trim(), 16) & Interrupt) != 0;
    }

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
