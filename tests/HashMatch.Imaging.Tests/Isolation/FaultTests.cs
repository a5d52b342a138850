using System.Diagnostics;
using System.Text.RegularExpressions;

namespace HashMatch.Imaging.Tests.Isolation;

/// <summary>Whatever a decoder does wrong costs the file that made it do so, and no other.</summary>
public sealed class FaultTests : IDisposable
{
    static readonly DecodeOptions s_small = DecodeOptions.Default with { MaxBytes = 1 << 20, MaxPixels = 1 << 20 };

    readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("segfault", ImageErrorCode.Corrupt)]
    [InlineData("abort", ImageErrorCode.Corrupt)]
    [InlineData("exit", ImageErrorCode.Corrupt)]
    [InlineData("garbage", ImageErrorCode.Corrupt)]
    [InlineData("close-output", ImageErrorCode.Corrupt)]
    [InlineData("forge", ImageErrorCode.Corrupt)]
    [InlineData("forge-size", ImageErrorCode.Corrupt)]
    [InlineData("native-memory", ImageErrorCode.TooLarge)]
    [InlineData("managed-memory", ImageErrorCode.TooLarge)]
    public void A_fault_is_the_failure_of_its_file(string fault, ImageErrorCode code)
    {
        using var decoder = FaultyWorkers.Start(options => options with { MaxMemory = 1L << 30 });

        Assert.Equal(code, FaultyWorkers.Fail(decoder, FaultyWorkers.JpegWith(fault), s_small).Code);
        FaultyWorkers.AssertWorks(decoder);
    }

    [Fact]
    public void A_decoder_that_does_not_look_at_the_clock_is_killed()
    {
        using var decoder = FaultyWorkers.Start();
        var options = DecodeOptions.Default with { Timeout = TimeSpan.FromMilliseconds(1) };

        Assert.Equal(ImageErrorCode.Timeout, FaultyWorkers.Fail(decoder, FaultyWorkers.JpegWith("hang"), options).Code);
        FaultyWorkers.AssertWorks(decoder);
    }

    [Fact]
    public void A_wrapper_whose_child_hangs_keeps_nobody_waiting()
    {
        // Killing the wrapper leaves its child, which holds the pipes.
        using var decoder = FaultyWorkers.Start(options => options with
        {
            Program = "sh",
            Arguments = ["-c", "\"$@\"; exit", "sh", options.Program, .. options.Arguments],
        });
        var options = DecodeOptions.Default with { Timeout = TimeSpan.FromMilliseconds(1) };

        FaultyWorkers.AssertWorks(decoder);
        Assert.Equal(ImageErrorCode.Timeout, FaultyWorkers.Fail(decoder, FaultyWorkers.JpegWith("hang"), options).Code);
        FaultyWorkers.AssertWorks(decoder);
    }

    [Theory]
    [InlineData("kkkkk", ImageErrorCode.TooLarge)]
    [InlineData("kka", null)]
    [InlineData("aka", ImageErrorCode.Corrupt)]
    public void A_crash_is_tried_once_more_and_a_kill_four_times(string endings, ImageErrorCode? code)
    {
        using var decoder = FaultyWorkers.Start();
        File.WriteAllText(_file, endings);

        using var image = decoder.TryDecode(FaultyWorkers.JpegWith($"in-turn={_file}"), DecodeOptions.Default, out var decoded, out var error) ? decoded : null;

        Assert.Equal(code, error?.Code);
        Assert.Empty(File.ReadAllText(_file));
    }

    [Fact]
    public void A_worker_that_died_while_it_waited_is_nobodys_failure()
    {
        using var decoder = FaultyWorkers.Start();
        for (var i = 0; i < 3; i++)
        {
            FaultyWorkers.AssertWorks(decoder);
            using var idle = Process.GetProcessById(Assert.Single(decoder.Pool.Idle).Id);
            idle.Kill();
            idle.WaitForExit();
        }

        FaultyWorkers.AssertWorks(decoder);
    }

    [Fact]
    public void A_limit_of_memory_holds_for_the_real_decoder()
    {
        using var decoder = FaultyWorkers.Start(options => options with { MaxMemory = 8 << 20 });

        Assert.Equal(ImageErrorCode.TooLarge, FaultyWorkers.Fail(decoder, Pictures.Encode("webp-lossless", 3000, 3000)).Code);
    }

    [Fact]
    public void A_limit_that_the_system_sets_is_not_raised()
    {
        using var decoder = FaultyWorkers.Start(options => options with
        {
            Program = "sh",
            Arguments = ["-c", "ulimit -Sv 20000000; exec \"$@\"", "sh", options.Program, .. options.Arguments],
            MaxMemory = 1L << 40,
        });

        FaultyWorkers.AssertWorks(decoder);

        var limits = File.ReadAllLines($"/proc/{Assert.Single(decoder.Pool.Idle).Id}/limits");
        Assert.Contains(limits, limit => Regex.IsMatch(limit, "^Max address space +20480000000 "));
    }
}
