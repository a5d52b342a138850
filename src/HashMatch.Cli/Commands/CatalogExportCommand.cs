using System.CommandLine;
using HashMatch.Catalog;
using HashMatch.Cli.Output;
using HashMatch.Cli.Output.Records;
using HashMatch.Cli.Pipeline;

namespace HashMatch.Cli.Commands;

/// <summary>
/// <c>catalog export DB</c>: a hash record for what each place held when it was last looked at, for <c>--hashes-from</c>;
/// with <c>--decisions</c> the log instead.
/// </summary>
static class CatalogExportCommand
{
    internal static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("DB") { Description = "A catalogue." };
        var decisions = new Option<bool>("--decisions") { Description = "The log of decisions, each with its evidence, instead of the hashes." };
        var output = new OutputOptions();
        var command = new Command("export", "The hashes a catalogue remembers, as 'hash' prints them, or its decisions.") { file, decisions };
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            using var catalog = CatalogReader.Open(PathArguments.Check(parsed, parsed.GetRequiredValue(file))[0]);
            var log = parsed.GetValue(decisions);
            using var writer = output.CreateWriter(parsed, terminal, log ? DecisionRecord.Columns : HashRecord.Columns);
            foreach (var record in log ? catalog.ReadDecisions().Select(entry => new DecisionRecord(entry)) : Hashes(catalog))
            {
                writer.Write(record);
            }

            return ExitCode.Done;
        });
        return command;
    }

    static IEnumerable<IRecord> Hashes(CatalogReader catalog)
    {
        var settings = catalog.Settings;
        foreach (var item in catalog.ReadItems())
        {
            yield return new HashRecord(new HashedFile(item.Place).With(item.Content, settings.Profile), settings.Bounds.MinQuality);
        }
    }
}
