using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Text;
using HashMatch.Hashes;

namespace HashMatch.Cli.Tests.Triage;

/// <summary>Reports are taken in by a process of its own that is killed in the middle.</summary>
public sealed class IngestCrashTests : IDisposable
{
    const int Seed = 20261124;
    const int Kills = 6;

    readonly ReportFolder _reports = new();

    public void Dispose() => _reports.Dispose();

    [Fact]
    public async Task Killed_anywhere_no_report_that_was_printed_is_lost_and_the_end_is_the_same()
    {
        var file = WriteReports(4_000);
        var clock = Stopwatch.StartNew();
        var whole = await Start(file, "whole.db").ToEndAsync();
        var longest = clock.Elapsed;
        Assert.Equal(ExitCode.Done, whole.ExitCode);
        Random random = new(Seed);
        var killed = 0;
        for (var round = 0; killed < Kills; round++)
        {
            var catalog = $"{round}.db";
            CommandRun? ended = null;
            while (ended is null)
            {
                using var run = Start(file, catalog);
                ended = killed < Kills ? await run.KillAfterAsync(longest * random.NextDouble()) : await run.ToEndAsync();
                killed += ended is null ? 1 : 0;
                if (ended is null)
                {
                    AssertKept(catalog, run.Printed);
                }
            }

            Assert.Equal(("", ExitCode.Done), (ended.Error, ended.ExitCode));
            Assert.Equal(State("whole.db"), State(catalog));
        }
    }

    /// <summary>Every report that was told of is in the queue, and the catalogue is whole.</summary>
    void AssertKept(string catalog, string printed)
    {
        // The last line of a run that was killed at its very end is that of the counts.
        var told = printed.Split('\n').Count(line => line.Contains("hashmatch/triage-ingest@1", StringComparison.Ordinal));
        if (told > 0)
        {
            Assert.Equal(ExitCode.Done, CommandRun.Of("catalog", "verify", _reports.Folder.Path(catalog)).ExitCode);
            Assert.True(CommandRun.Of("triage", "queue", "--catalog", _reports.Folder.Path(catalog)).Records.Count >= told, "A printed report is not in the catalogue.");
        }
    }

    (string, string) State(string catalog) =>
        (CommandRun.Of("triage", "queue", "--catalog", _reports.Folder.Path(catalog), "--now", ReportFolder.Now).Output,
        string.Join('\n', CommandRun.Of("catalog", "export", _reports.Folder.Path(catalog), "--decisions").Records
            .Select(entry => $"{entry.GetProperty("decision")} {entry.GetProperty("place")} {entry.GetProperty("evidence").GetRawText()}")));

    RunningCommand Start(string file, string catalog) =>
        new("triage", "ingest", file, "--catalog", _reports.Folder.Path(catalog), "--quiet", "--format", "jsonl");

    string WriteReports(int count)
    {
        Random random = new(Seed);
        StringBuilder text = new();
        List<Hash256> seen = [];
        for (var i = 0; i < count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{{\"id\":\"r-{i}\",\"source\":\"hub-{i % 5}\",\"incidentType\":\"t\",\"incidentTime\":\"2026-10-{1 + (i % 28):00}T00:00:00Z\",\"items\":[{{\"pdq\":\"{Next()}\"}},{{\"pdq\":\"{Next()}\"}}]}}\n");
        }

        return _reports.Folder.Write("r.jsonl", text.ToString());

        Hash256 Next()
        {
            if (seen.Count > 0 && random.Next(3) == 0)
            {
                return seen[random.Next(seen.Count)];
            }

            var (a, b) = ((ulong)random.NextInt64(), (ulong)random.NextInt64());
            seen.Add(new Hash256(a, BitOperations.RotateLeft(~a, 9), b, BitOperations.RotateLeft(~b, 21)));
            return seen[^1];
        }
    }
}
