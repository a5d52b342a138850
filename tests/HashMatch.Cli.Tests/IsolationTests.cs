using HashMatch.Imaging.Isolation;

namespace HashMatch.Cli.Tests;

/// <summary>Records do not tell whether pictures were decoded in this process or in others.</summary>
public sealed class IsolationTests
{
    static string Images => RepositoryFiles.Path("testdata", "images");

    public IsolationTests() => Assert.SkipUnless(IsolatedDecoder.IsSupported, "Decoding in worker processes needs Linux.");

    [Theory]
    [InlineData("scan")]
    [InlineData("hash", "--digests", "--dihedral", "--tolerant", "--profile", "pdq-fast")]
    public void Records_are_the_same_for_any_number_of_workers(params string[] verb)
    {
        var here = CommandRun.Of([.. verb, Images, "--quiet", "--no-isolate"]);
        foreach (var threads in new[] { "1", "3" })
        {
            var apart = CommandRun.Of([.. verb, Images, "--quiet", "--isolate", "--threads", threads]);
            Assert.Equal((here.ExitCode, here.Output, here.Error), (apart.ExitCode, apart.Output, apart.Error));
        }
    }

    [Fact]
    public void Comparisons_too()
    {
        string[] compare = ["compare", $"{Images}/scenes/skyline.jpg", $"{Images}/variants/skyline-captioned.jpg"];
        Assert.Equal(CommandRun.Of(compare), CommandRun.Of([.. compare, "--isolate"]));
    }

    [Fact]
    public void One_cannot_have_both()
    {
        var run = CommandRun.Of("scan", Images, "--isolate", "--no-isolate");
        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains("exclude each other", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_nobody_asked_anything_ends_in_silence()
    {
        using RunningCommand worker = new(Pipeline.RunDecoder.WorkerVerb);
        var run = await worker.ToEndAsync();
        Assert.Equal(("", ""), (run.Output, run.Error));
    }
}
