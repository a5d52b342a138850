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
        RunningCommand.RequireSignal(signal);
        using var command = RunningCommand.WithoutInput("scan", "--hashes-from", "-", "--catalog", _folder.Path("a.db"));

        // The catalogue is opened before records are read.
        while (!File.Exists(_folder.Path("a.db")))
        {
            Assert.False(command.HasExited);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await command.SignalAsync(signal);

        var run = await command.ToEndAsync();
        Assert.Equal((ExitCode.Interrupted, "hashmatch: interrupted, and did not wait for what was under way.\n"), (run.ExitCode, run.Error));
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
}
