using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace HashMatch.Cli.Tests;

/// <summary>Runs with a catalogue that end in the middle, by a process of their own each.</summary>
/// <remarks>HASHMATCH_CRASH_TEST=full kills 50 runs over 20,000 files instead of a few over some.</remarks>
public sealed partial class CrashTests : IDisposable
{
    const int Seed = 20261124;

    static readonly bool s_full = Environment.GetEnvironmentVariable("HASHMATCH_CRASH_TEST") == "full";

    readonly TemporaryFolder _folder = new();

    string Pictures => _folder.Path("p");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killed_anywhere_nothing_printed_is_lost_and_the_end_is_the_same()
    {
        var (files, kills) = s_full ? (20_000, 50) : (600, 8);
        WritePictures(files);
        var clock = Stopwatch.StartNew();
        var whole = await StartAsync("whole.db").ToEndAsync();
        var longest = clock.Elapsed;
        Random random = new(Seed);
        var killed = 0;
        for (var round = 0; killed < kills; round++)
        {
            var catalog = $"{round}.db";
            CommandRun? ended = null;
            while (ended is null)
            {
                using var run = StartAsync(catalog);
                // Enough kills, and the last run goes on to its end: no machine is too slow for this to end.
                ended = killed < kills ? await run.KillAfterAsync(longest * random.NextDouble()) : await run.ToEndAsync();
                killed += ended is null ? 1 : 0;
                if (ended is null && File.Exists(_folder.Path(catalog)))
                {
                    AssertKept(catalog, run.Printed, whole.Output);
                }
            }

            Assert.Equal((whole.Error, whole.ExitCode, whole.Output), (ended.Error, ended.ExitCode, ended.Output));
            Assert.Equal(State("whole.db"), State(catalog));
            TestContext.Current.SendDiagnosticMessage($"catalogue {round}: {killed} kills so far");
        }
    }

    [Fact]
    public async Task An_interrupt_keeps_what_was_finished_and_exits_with_130()
    {
        RunningCommand.RequireSignal("-INT");
        WritePictures(1_500);
        var whole = await StartAsync("whole.db").ToEndAsync();
        using var run = StartAsync("a.db");
        await run.FirstLineAsync();
        await run.SignalAsync("-INT");

        var ended = await run.ToEndAsync();

        Assert.Equal(ExitCode.Interrupted, ended.ExitCode);
        Assert.Equal(ended.Output.Count(character => character == '\n'), DecisionsOf("a.db"));
        AssertKept("a.db", ended.Output, whole.Output);
        Assert.Equal(whole.Output, (await StartAsync("a.db").ToEndAsync()).Output);
        Assert.Equal(State("whole.db"), State("a.db"));
    }

    [Fact]
    public async Task A_full_disk_ends_the_run_with_3_and_loses_nothing()
    {
        using var disk = SmallDisk.Mount(_folder.Path("disk"), kilobytes: 2_400);
        // Two or three commits have room, the rest has not.
        WritePictures(4_000);
        var whole = await StartAsync("whole.db").ToEndAsync();

        var full = await StartAsync("disk/a.db").ToEndAsync();

        Assert.Equal(ExitCode.Unusable, full.ExitCode);
        Assert.Contains("the disk is full", full.Error, StringComparison.Ordinal);
        Assert.InRange(full.Output.Length, 1, whole.Output.Length - 1);
        AssertKept("disk/a.db", full.Output, whole.Output);
        disk.Grow(kilobytes: 40_000);
        var again = await StartAsync("disk/a.db").ToEndAsync();
        Assert.Equal(("", ExitCode.Done), (again.Error, again.ExitCode));
        Assert.Equal(whole.Output, again.Output);
        Assert.Equal(State("whole.db"), State("disk/a.db"));
    }

    /// <summary>The catalogue is whole, and what was printed is its beginning.</summary>
    void AssertKept(string catalog, string printed, string whole)
    {
        Assert.StartsWith(printed, whole, StringComparison.Ordinal);
        var verified = CommandRun.Of("catalog", "verify", _folder.Path(catalog));
        // Killed before the first commit, it holds nothing yet; nothing was printed then.
        Assert.True(verified.ExitCode == ExitCode.Done || (printed.Length == 0 && (verified.Error.Contains("empty", StringComparison.Ordinal) || verified.Error.Contains("is not a catalogue", StringComparison.Ordinal))), verified.Error);
        if (verified.ExitCode == ExitCode.Done)
        {
            Assert.True(DecisionsOf(catalog) >= printed.Count(character => character == '\n'), "A printed record is not in the catalogue.");
        }
    }

    int DecisionsOf(string catalog) =>
        Assert.Single(CommandRun.Of("catalog", "info", _folder.Path(catalog)).Records).GetProperty("decisions").GetInt32();

    /// <summary>All a catalogue holds but when and in which run, and in how many.</summary>
    string State(string catalog) => Sightings().Replace(CommandRun.Of("catalog", "export", _folder.Path(catalog)).Output, "") +
        Times().Replace(CommandRun.Of("catalog", "export", _folder.Path(catalog), "--decisions").Output, "");

    RunningCommand StartAsync(string catalog) => new("scan", Pictures, "--catalog", _folder.Path(catalog), "--quiet", "--format", "jsonl");

    /// <summary>Small noise in grey, a third of it copies: quick to write and to hash.</summary>
    void WritePictures(int count)
    {
        Random random = new(Seed);
        Directory.CreateDirectory(Pictures);
        var bytes = Encoding.ASCII.GetBytes("BM").Concat(new byte[52]).Concat(new byte[16 * 48]).ToArray();
        void Put(int at, int value) => BitConverter.TryWriteBytes(bytes.AsSpan(at), value);
        Put(2, bytes.Length);
        Put(10, 54);
        Put(14, 40);
        Put(18, 16);
        Put(22, 16);
        Put(26, 1 | (24 << 16));
        for (var i = 0; i < count; i++)
        {
            if (i % 3 != 2)
            {
                random.NextBytes(bytes.AsSpan(54));
            }

            var path = $"{Pictures}/{i:00000}.bmp";
            File.WriteAllBytes(path, bytes);
            // Half of the times can be relied on, the rest has to be read again.
            if (i % 2 == 0)
            {
                File.SetLastWriteTimeUtc(path, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            }
        }
    }

    [GeneratedRegex("\"run\":\\d+,\"decidedAt\":\"[^\"]*\",|,\"link\":\"[0-9a-f]*\"")]
    private static partial Regex Times();

    [GeneratedRegex("\"sightings\":[^}]*")]
    private static partial Regex Sightings();
}
