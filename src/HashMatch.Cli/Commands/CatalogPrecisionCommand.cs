using System.CommandLine;
using HashMatch.Catalog;
using HashMatch.Cli.Output.Records;

namespace HashMatch.Cli.Commands;

/// <summary><c>catalog precision DB</c>: how many matches of each list and entry reviewers found right.</summary>
static class CatalogPrecisionCommand
{
    internal static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("DB") { Description = "A catalogue." };
        var list = new Option<string>("--list") { HelpName = "NAME", Description = "Only this list and its entries." };
        var limit = new Option<int>("--limit") { HelpName = "N", Description = "The most entries told of, those in quarantine and the worst first; lists are told of all.", DefaultValueFactory = _ => 20 };
        var output = new OutputOptions();
        limit.RequireAtLeast(0);
        var command = new Command("precision", "How many matches of each list, and of the worst entries, reviewers found right and wrong.") { file, list, limit };
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            using var catalog = CatalogReader.Open(PathArguments.Check(parsed, parsed.GetRequiredValue(file))[0]);
            using var writer = output.CreateWriter(parsed, terminal, PrecisionRecord.Columns);
            var entries = 0;
            foreach (var precision in catalog.Feedback.ReadPrecision(parsed.GetValue(list)))
            {
                if (precision.Entry is null || entries++ < parsed.GetValue(limit))
                {
                    writer.Write(new PrecisionRecord(precision));
                }
            }

            return ExitCode.Done;
        });
        return command;
    }
}
