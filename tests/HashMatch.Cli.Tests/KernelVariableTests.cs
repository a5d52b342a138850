using System.Diagnostics;

namespace HashMatch.Cli.Tests;

/// <summary>HASHMATCH_KERNEL, read once in a process: each case needs a process of its own.</summary>
public sealed class KernelVariableTests
{
    [Fact]
    public async Task A_forced_kernel_gives_the_same_records()
    {
        var chosen = await RunAsync("");
        var forced = await RunAsync("scalar");

        Assert.Equal((ExitCode.Done, ""), (chosen.ExitCode, chosen.Error));
        Assert.Contains("\"verdict\":\"known\"", chosen.Output, StringComparison.Ordinal);
        Assert.Equal(chosen, forced);
    }

    [Fact]
    public async Task A_kernel_that_does_not_exist_is_wrong_usage_and_said_so()
    {
        var run = await RunAsync("sse9");

        Assert.Equal((ExitCode.WrongUsage, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("hashmatch: HASHMATCH_KERNEL: kernel 'sse9' is unknown; available: ", run.Error, StringComparison.Ordinal);
    }

    static Task<CommandRun> RunAsync(string kernel) => CommandRun.OfAsync(new ProcessStartInfo("dotnet",
    [
        typeof(ExitCode).Assembly.Location, "scan", RepositoryFiles.Path("testdata", "images", "known", "city.jpg"),
        "--known", RepositoryFiles.Path("testdata", "lists", "known.csv"), "--format", "jsonl", "--quiet",
    ])
    {
        Environment = { ["HASHMATCH_KERNEL"] = kernel },
    });
}
