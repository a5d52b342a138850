using System.CommandLine;
using HashMatch.Catalog;
using HashMatch.Cli.Output;
using HashMatch.Cli.Output.Records;

namespace HashMatch.Cli.Commands;

/// <summary>
/// <c>catalog export DB</c>: a hash record for what each place held when it was last looked at, for <c>--hashes-from</c>, and
/// what is remembered beside the hash;
/// with <c>--decisions</c> the log instead, with <c>--runs</c> the runs and their lists.
/// </summary>
static class CatalogExportCommand
{
    internal static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("DB") { Description = "A catalogue." };
        var decisions = new Option<bool>("--decisions") { Description = "The log of decisions, each with its evidence, instead of the hashes." };
        var runs = new Option<bool>("--runs") { Description = "The runs, each with the lists and versions in force, instead of the hashes." };
        var output = new OutputOptions();
        var command = new Command("export", "The hashes a catalogue remembers, as 'hash' prints them, its decisions or its runs.") { file, decisions, runs };
        output.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(decisions) && result.GetValue(runs))
            {
                result.AddError("Give --decisions or --runs, not both: their records differ.");
            }
        });
        command.SetAction(parsed =>
        {
            using var catalog = CatalogReader.Open(PathArguments.Check(parsed, parsed.GetRequiredValue(file))[0]);
            var (columns, records) = parsed.GetValue(decisions) ? (DecisionRecord.Columns, catalog.ReadDecisions().Select(entry => new DecisionRecord(entry)))
                : parsed.GetValue(runs) ? (RunRecord.Columns, catalog.ReadRuns().Select(run => new RunRecord(run)))
                : ((string, IEnumerable<IRecord>))(ItemRecord.Columns, catalog.ReadItems().Select(item => new ItemRecord(item, catalog.Settings)));
            using var writer = output.CreateWriter(parsed, terminal, columns);
            foreach (var record in records)
            {
                writer.Write(record);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
