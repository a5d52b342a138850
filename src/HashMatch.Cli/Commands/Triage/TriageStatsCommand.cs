using System.CommandLine;
using HashMatch.Catalog;
using HashMatch.Cli.Output.Records.Triage;
using HashMatch.Triage.FollowUps;

namespace HashMatch.Cli.Commands.Triage;

/// <summary><c>triage stats --catalog DB</c>: what came in from whom and what became of it.</summary>
static class TriageStatsCommand
{
    internal static Command Create(Terminal terminal)
    {
        var catalog = TriageOptions.Catalog();
        var output = new OutputOptions();
        var command = new Command("stats", "What came in and what became of it: all together, then each system.") { catalog };
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            using var reader = CatalogReader.Open(PathArguments.Check(parsed, parsed.GetRequiredValue(catalog))[0]);
            var stats = TriageStats.Of(reader.Reports.ReadCases(Environment.ProcessorCount));
            using var writer = output.CreateWriter(parsed, terminal, StatsRecord.Columns);
            writer.Write(new StatsRecord(stats.Overall, IsOverall: true));
            foreach (var source in stats.Sources)
            {
                writer.Write(new StatsRecord(source, IsOverall: false));
            }

            return ExitCode.Done;
        });
        return command;
    }
}
