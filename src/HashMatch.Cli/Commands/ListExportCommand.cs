using System.CommandLine;
using HashMatch.Cli.Output.Records;
using HashMatch.Lists;

namespace HashMatch.Cli.Commands;

/// <summary><c>list export LIST --to FORMAT --output FILE</c>: a list in another format, and what that could not carry.</summary>
static class ListExportCommand
{
    internal static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("LIST") { Description = "A list in any format." };
        var source = new ListSourceOptions();
        var to = new Option<string>("--to") { HelpName = "FORMAT", Description = "The format: jsonl, csv, pdq, md5, sha1, sha256, vics, vics-cases or stopncii.", Required = true };
        var target = new Option<string>("--output", "-o") { HelpName = "FILE", Description = "The file to write; an older one is replaced when the new one is whole.", Required = true };
        var strict = new Option<bool>("--strict") { Description = "Stop with exit code 3 at the first row that cannot be used; FILE then stays as it is." };
        var output = new OutputOptions();
        to.AcceptOnlyFromAmong([.. Enum.GetValues<ListExportFormat>().Select(WireNames.Of)]);
        var command = new Command("export", "Writes a list in another format and says what that cannot carry.") { file, to, target, strict };
        source.AddTo(command);
        output.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            var path = PathArguments.Check(parsed, parsed.GetRequiredValue(file))[0];
            var format = Enum.GetValues<ListExportFormat>().First(format => WireNames.Of(format) == parsed.GetRequiredValue(to));
            using var writer = output.CreateWriter(parsed, terminal, ListWriteRecord.Columns);
            ListRowReports reports = new(writer, parsed.GetValue(strict));
            var copy = new ListCopy(path, parsed.GetRequiredValue(target), source.Read(parsed, path), reports, cancellation);
            writer.Write(copy.Convert(format, header => header));
            return Task.FromResult(reports.ExitCode);
        });
        return command;
    }
}
