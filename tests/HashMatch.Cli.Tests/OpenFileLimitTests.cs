using System.Diagnostics;

namespace HashMatch.Cli.Tests;

/// <summary>Runs in processes that may open few files.</summary>
public sealed class OpenFileLimitTests
{
    public OpenFileLimitTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "The limit is known on Linux.");

    [Fact]
    public async Task Too_few_files_for_any_run_are_said_so()
    {
        var run = await RunAsync(allowed: 100);

        Assert.Equal((ExitCode.Unusable, "", "hashmatch: the system allows 100 open files, and 128 are needed: raise 'ulimit -n'.\n"), (run.ExitCode, run.Output, run.Error));
    }

    [Theory]
    [InlineData(200, "--isolate --threads 64", "hashmatch: --threads 64 with decode workers needs up to 512 open files, and the system allows 200: raise 'ulimit -n', or give fewer threads.\n")]
    [InlineData(200, "--no-isolate --threads 100", "hashmatch: --threads 100 needs up to 228 open files, and the system allows 200: raise 'ulimit -n', or give fewer threads.\n")]
    public async Task Too_few_files_for_so_many_threads_are_said_so(int allowed, string threads, string error)
    {
        var run = await RunAsync(allowed, threads.Split(' '));

        Assert.Equal((ExitCode.Unusable, "", error), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task As_many_as_are_asked_for_suffice()
    {
        using TemporaryFolder folder = new();

        var run = await RunAsync(128 + (6 * 4), "--isolate", "--threads", "4", "--catalog", folder.Path("a.db"));

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Equal(20, run.Records.Count);
    }

    static Task<CommandRun> RunAsync(int allowed, params string[] options) => CommandRun.OfAsync(new ProcessStartInfo("sh",
    [
        "-c", $"ulimit -n {allowed}; exec \"$@\"", "sh", "dotnet", typeof(ExitCode).Assembly.Location,
        "scan", RepositoryFiles.Path("testdata", "images", "scenes"), "--quiet", .. options,
    ])
    {
        WorkingDirectory = RepositoryFiles.Root,
    });
}
