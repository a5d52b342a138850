using System.CommandLine;
using HashMatch.Benchmarks.Triage.Simulation;
using HashMatch.Triage.Rules;

namespace HashMatch.Benchmarks.Triage;

/// <summary><c>triage-sim</c>: a clearing house over weeks, the queue against other orders. Ends with 1 if a promise is not kept.</summary>
static class TriageSimCommand
{
    internal static Command Create()
    {
        SimulationSettings defaults = new();
        var reports = Number("--reports", "Reports that come in.", defaults.Reports);
        var weeks = Number("--weeks", "Weeks over which they come.", defaults.Weeks);
        var readers = Number("--readers", "Readers around the clock, enough for all that needs a person.", defaults.Readers);
        var few = Number("--few-readers", "Readers in a second run, too few.", defaults.FewReaders);
        var minutes = Number("--minutes-per-report", "What a reader spends on a report.", (int)defaults.ReadingTime.TotalMinutes);
        var period = Number("--period-hours", "After how many hours the queue is built anew.", (int)defaults.Period.TotalHours);
        var threads = Number("--threads", "Threads that link.", Environment.ProcessorCount);
        var seeds = new Option<int[]>("--seed") { HelpName = "N", Description = "One run for each.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1, 2, 3] };
        var rules = new Option<FileInfo?>("--rules") { HelpName = "FILE", Description = "Rules to order by instead of the default ones." };
        var command = new Command("triage-sim", "Simulates a clearing house and prints Markdown.") { reports, weeks, readers, few, minutes, period, threads, seeds, rules };
        command.SetAction(parsed =>
        {
            SimulationSettings settings = new()
            {
                Reports = parsed.GetValue(reports),
                Weeks = parsed.GetValue(weeks),
                Readers = parsed.GetValue(readers),
                FewReaders = parsed.GetValue(few),
                ReadingTime = TimeSpan.FromMinutes(parsed.GetValue(minutes)),
                Period = TimeSpan.FromHours(parsed.GetValue(period)),
                Threads = parsed.GetValue(threads),
            };
            var ordered = parsed.GetValue(rules) is { } file ? TriageRules.Parse(File.ReadAllBytes(file.FullName)) : null;
            var allHold = true;
            foreach (var seed in parsed.GetValue(seeds) ?? [])
            {
                var result = new TriageSimulation(settings, seed, ordered).Run();
                SimulationTables.Write(Console.Out, result);
                allHold &= SimulationChecks.Of(result).All(check => check.Holds);
            }

            return allHold ? 0 : 1;
        });
        return command;
    }

    static Option<int> Number(string name, string description, int defaultValue)
    {
        var option = new Option<int>(name) { HelpName = "N", Description = description, DefaultValueFactory = _ => defaultValue };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError($"{name} must be at least 1.");
            }
        });
        return option;
    }
}
