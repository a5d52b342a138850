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
        using var host = Start(WorkerHost.HangVerb, FaultyWorkers.JpegWith("hang"));
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
        using var host = Start(WorkerHost.RestartVerb, FaultyWorkers.JpegWith("abort"));
        var output = await host.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        int[] counts = [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];

        Assert.Equal(2, counts.Length);
        // The runtime opens one or another file late.
        Assert.InRange(counts[1] - counts[0], int.MinValue, WorkerHost.Restarts / 2);
    }

    [Fact]
    public async Task A_picture_that_finds_no_memory_for_a_copy_fails_alone()
    {
        using var host = Start(WorkerHost.NoMemoryVerb, Pictures.Encode("jpeg", 4000, 3000));

        var output = await host.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Equal([nameof(ImageErrorCode.TooLarge), "decoded"], output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    Process Start(string verb, byte[] other)
    {
        var (good, otherFile) = (Path.Combine(_folder, "good"), Path.Combine(_folder, "other"));
        File.WriteAllBytes(good, Pictures.Encode("jpeg"));
        File.WriteAllBytes(otherFile, other);
        return Process.Start(new ProcessStartInfo("dotnet", [typeof(WorkerHost).Assembly.Location, verb, good, otherFile])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }
}
