using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace HashMatch.Fuzzing.Running;

/// <summary>Runs a target in a process of its own: where native code ends it, or it does not go on, the input is known and the rest is done by another.</summary>
/// <param name="target">The target's name.</param>
/// <param name="seed">The seed of the first process; later ones have those that follow.</param>
/// <param name="stalled">How long one execution may take before its process is ended.</param>
sealed class Supervisor(string target, int seed, TimeSpan stalled)
{
    const int MostDeaths = 20;

    internal FuzzResult Run(long executions)
    {
        FuzzResult total = new(0, 0, 0, 0, []);
        for (var deaths = 0; total.Executions < executions && deaths < MostDeaths; deaths++)
        {
            total = Sum(total, RunOnce(executions - total.Executions, seed + deaths));
        }

        return total;
    }

    FuzzResult RunOnce(long executions, int processSeed)
    {
        var folder = Directory.CreateTempSubdirectory("hashmatch-fuzz-").FullName;
        try
        {
            using FlightRecorder recorder = new(Path.Join(folder, "flight"));
            var started = Stopwatch.GetTimestamp();
            using var process = Start(folder, executions, processSeed);
            var output = process.StandardOutput.ReadToEndAsync();
            var hasStalled = !Wait(process, recorder);
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            var printed = output.GetAwaiter().GetResult();
            if (process.ExitCode == 0 && !hasStalled)
            {
                return JsonSerializer.Deserialize<FuzzResult>(printed)!;
            }

            if (recorder.Number < 0)
            {
                throw new InvalidOperationException($"The target '{target}' could not be made.");
            }

            var death = hasStalled ? "did not go on" : string.Create(CultureInfo.InvariantCulture, $"the process ended with {process.ExitCode}");
            return new FuzzResult(recorder.Number + 1, seconds, 0, 0, [new Finding(death, $"{death}, in execution {recorder.Number} of seed {processSeed}", recorder.Input)]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    Process Start(string folder, long executions, int processSeed) => Process.Start(new ProcessStartInfo(
        "dotnet",
        [
            typeof(Supervisor).Assembly.Location, "child", target, executions.ToString(CultureInfo.InvariantCulture),
            processSeed.ToString(CultureInfo.InvariantCulture), Path.Join(folder, "flight"),
        ])
    {
        RedirectStandardOutput = true,
    })!;

    bool Wait(Process process, FlightRecorder recorder)
    {
        var (number, since) = (-1L, Stopwatch.GetTimestamp());
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(250)))
        {
            if (recorder.Number != number)
            {
                (number, since) = (recorder.Number, Stopwatch.GetTimestamp());
            }
            else if (Stopwatch.GetElapsedTime(since) > stalled)
            {
                process.Kill();
                process.WaitForExit();
                return false;
            }
        }

        return true;
    }

    static FuzzResult Sum(FuzzResult a, FuzzResult b) => new(
        a.Executions + b.Executions, a.Seconds + b.Seconds, Math.Max(a.Outcomes, b.Outcomes), Math.Max(a.MostAllocated, b.MostAllocated),
        [.. a.Findings.Concat(b.Findings).DistinctBy(finding => finding.Key)]);
}
