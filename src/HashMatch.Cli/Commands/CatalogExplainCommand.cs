using System.CommandLine;
using HashMatch.Catalog;
using HashMatch.Cli.Inputs;
using HashMatch.Cli.Output.Records;

namespace HashMatch.Cli.Commands;

/// <summary><c>catalog explain DB PATH</c>: every decision on one file, with its evidence and what reviewers said of it.</summary>
static class CatalogExplainCommand
{
    internal static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("DB") { Description = "A catalogue." };
        var path = new Argument<string>("PATH") { Description = "A file that was scanned; it need not be there any more." };
        var output = new OutputOptions();
        var command = new Command("explain", "Why a file was decided as it was: each decision with list, version, entry, distance, radius, profile, transform and rule, and the feedback that touched it.") { file, path };
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            var paths = PathArguments.Check(parsed, parsed.GetRequiredValue(file), parsed.GetRequiredValue(path));
            using var catalog = CatalogReader.Open(paths[0]);
            var explained = catalog.Feedback.Explain(new RealPaths().OfFile(paths[1]));
            explained = explained.Count > 0 ? explained : catalog.Feedback.Explain(paths[1]);
            if (explained.Count == 0)
            {
                throw new CommandException(ExitCode.SomeFailed, $"the catalogue '{paths[0]}' holds no decision on '{paths[1]}'.");
            }

            using var writer = output.CreateWriter(parsed, terminal, ExplanationRecord.Columns);
            foreach (var decision in explained)
            {
                writer.Write(new ExplanationRecord(decision));
            }

            return ExitCode.Done;
        });
        return command;
    }
}
