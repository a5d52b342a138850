using System.Diagnostics;

namespace HashMatch.Benchmarks.Lists;

/// <summary>Whole runs of the command, each a process of its own.</summary>
/// <param name="Median">Seconds by the clock.</param>
/// <param name="Least">Seconds of the fastest run.</param>
/// <param name="Processor">Seconds the processors worked, the least of all runs.</param>
/// <param name="PeakBytes">The most memory resident at once in any run, mapped files among it.</param>
sealed record CommandRuns(double Median, double Least, double Processor, long PeakBytes)
{
    internal static CommandRuns Measure(string program, int rounds, params string[] arguments)
    {
        var clock = new double[rounds];
        var processor = new double[rounds];
        long peak = 0;
        for (var round = 0; round < rounds; round++)
        {
            ProcessStartInfo start = new("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
            var begin = Stopwatch.GetTimestamp();
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            while (!process.WaitForExit(2))
            {
                try
                {
                    process.Refresh();
                    peak = Math.Max(peak, process.PeakWorkingSet64);
                    processor[round] = process.TotalProcessorTime.TotalSeconds;
                }
                catch (InvalidOperationException)
                {
                    // It has just ended; the numbers are two milliseconds old.
                }
            }

            clock[round] = Stopwatch.GetElapsedTime(begin).TotalSeconds;
            if (process.ExitCode != 0 || output.Result.Length == 0)
            {
                throw new InvalidOperationException($"The command failed: {error.Result}");
            }
        }

        Array.Sort(clock);
        return new CommandRuns(clock[rounds / 2], clock[0], processor.Min(), peak);
    }
}
