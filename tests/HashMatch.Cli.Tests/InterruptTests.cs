using System.Diagnostics;

namespace HashMatch.Cli.Tests;

/// <summary>Interrupts while a verb waits for something that it cannot give up.</summary>
public sealed class InterruptTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("-INT")]
    [InlineData("-TERM")]
    public async Task A_run_that_waits_for_standard_input_can_be_interrupted(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals.");
        // As for what a shell without job control runs in the background; programs hand it down.
        Assert.SkipWhen(signal == "-INT" && IgnoresInterrupts(), "Interrupts are ignored here.");
        var cancellation = TestContext.Current.CancellationToken;
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(ExitCode).Assembly.Location, "scan", "--hashes-from", "-", "--catalog", _folder.Path("a.db")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

        // The catalogue is opened before records are read.
        while (!File.Exists(_folder.Path("a.db")))
        {
            Assert.False(process.HasExited);
            await Task.Delay(20, cancellation);
        }

        using (var kill = Process.Start("kill", [signal, $"{process.Id}"]))
        {
            await kill.WaitForExitAsync(cancellation);
        }

        await process.WaitForExitAsync(cancellation);
        Assert.Equal((ExitCode.Interrupted, "hashmatch: interrupted, and did not wait for what was under way.\n"), (process.ExitCode, await process.StandardError.ReadToEndAsync(cancellation)));
    }

    [Fact]
    public async Task A_run_whose_messages_cannot_be_written_does_its_work()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no full device here.");
        ProcessStartInfo start = new("sh", ["-c", "exec dotnet \"$@\" 2> /dev/full", "sh", typeof(ExitCode).Assembly.Location, "scan", _folder.WritePicture("a.bmp", seed: 1)]);

        var run = await CommandRun.OfAsync(start);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Single(run.Records);
    }

    static bool IgnoresInterrupts()
    {
        const string Row = "SigIgn:";
        const ulong Interrupt = 1 << (2 - 1);
        return OperatingSystem.IsLinux() && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith(Row, StringComparison.Ordinal)) is { } row &&
            (Convert.ToUInt64(row[Row.Length..].Trim(), 16) & Interrupt) != 0;
    }
}
