using System.CommandLine;
using HashMatch.Cli.Output.Records;
using HashMatch.Hashes;
using HashMatch.Lists;
using HashMatch.Matching;

namespace HashMatch.Cli.Commands;

/// <summary><c>list import SOURCE --output LIST</c>: a list of any format as one of ours, or laid over one of ours as an update.</summary>
static class ListImportCommand
{
    internal static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("SOURCE") { Description = "A list in any format." };
        var source = new ListSourceOptions();
        var target = new Option<string>("--output", "-o") { HelpName = "LIST", Description = "The list to write, as JSON Lines; an older one is replaced when the new one is whole.", Required = true };
        var update = new Option<bool>("--update") { Description = "Lay SOURCE over LIST: what it has is added or replaced, its tombstones withdraw, the rest of LIST stays." };
        var name = new Option<string>("--name") { HelpName = "NAME", Description = "The list's name." };
        var version = new Option<string>("--list-version") { HelpName = "VERSION", Description = "The list's version." };
        var role = new Option<string>("--role") { HelpName = "known|ignore", Description = "What the list is for." };
        var radius = new Option<int?>("--radius") { HelpName = "BITS", Description = "The list's own radius." };
        var strict = new Option<bool>("--strict") { Description = "Stop with exit code 3 at the first row that cannot be used; LIST then stays as it is." };
        var output = new OutputOptions();
        role.AcceptOnlyFromAmong("known", "ignore");
        var command = new Command("import", "Brings a list of any format into our own, with all that came with its entries.") { file, target, update, name, version, role, radius, strict };
        radius.RequireRange(0, Hash256.BitCount);
        source.AddTo(command);
        output.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            var path = PathArguments.Check(parsed, parsed.GetRequiredValue(file))[0];
            var list = parsed.GetRequiredValue(target);
            using var writer = output.CreateWriter(parsed, terminal, ListWriteRecord.Columns);
            ListRowReports reports = new(writer, parsed.GetValue(strict));
            var copy = new ListCopy(path, list, source.Read(parsed, path), reports, cancellation);
            ListHeader Named(ListHeader header) => header with
            {
                Name = parsed.GetValue(name) ?? header.Name,
                Version = parsed.GetValue(version) ?? header.Version,
                Role = parsed.GetValue(role) is { } word ? word == "known" ? ListRole.Known : ListRole.Ignore : header.Role,
                Radius = parsed.GetValue(radius) ?? header.Radius,
            };
            writer.Write(parsed.GetValue(update) ? copy.Update(Named) : copy.Convert(ListExportFormat.JsonLines, Named));
            return Task.FromResult(reports.ExitCode);
        });
        return command;
    }
}
