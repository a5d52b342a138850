using System.Diagnostics;
using HashMatch.FaultyWorker;
using HashMatch.Imaging.Isolation;

namespace HashMatch.Imaging.Tests.Isolation;

/// <summary>What becomes of a program that has workers, seen from outside.</summary>
public sealed class HostTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("hashmatch-").FullName;

    public HostTests() => Assert.SkipUnless(IsolatedDecoder.IsSupported, "Decoding in worker processes needs Linux.");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Workers_end_with_a_program_that_is_killed_even_while_they_hang()
    {
        using var host = Start(WorkerHost.HangVerb, "hang");
        var number = int.Parse(await host.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? "", null);
        using var worker = Process.GetProcessById(number);

        host.Kill();

        // It is no child of this process, but the end of one that was found can be waited for.
        await worker.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Empty(await host.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_worker_that_crashed_leaves_no_file_open()
    {
        using var host = Start(WorkerHost.RestartVerb, "abort");
        var output = await host.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        int[] counts = [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];

        Assert.Equal(2, counts.Length);
        // The runtime opens one or another file late.
        Assert.InRange(counts[1] - counts[0], int.MinValue, WorkerHost.Restarts / 2);
    }

    Process Start(string verb, string fault)
    {
        var (good, bad) = (Path.Combine(_folder, "good"), Path.Combine(_folder, "bad"));
        File.WriteAllBytes(good, Pictures.Encode("jpeg"));
        File.WriteAllBytes(bad, FaultyWorkers.JpegWith(fault));
        return Process.Start(new ProcessStartInfo("dotnet", [typeof(WorkerHost).Assembly.Location, verb, good, bad])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }
}
