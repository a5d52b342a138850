using System.CommandLine;
using HashMatch.Catalog;
using HashMatch.Cli.Output.Records;

namespace HashMatch.Cli.Commands;

/// <summary><c>catalog info DB</c> and <c>catalog verify DB</c>: one record of what the file holds.</summary>
static class CatalogInfoCommand
{
    internal static Command Create(string name, string description, bool verify, Terminal terminal)
    {
        var file = new Argument<string>("DB") { Description = "A catalogue." };
        var output = new OutputOptions();
        var command = new Command(name, description) { file };
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            var path = PathArguments.Check(parsed, parsed.GetRequiredValue(file))[0];
            using var catalog = CatalogReader.Open(path);
            var record = new CatalogRecord(path, verify ? catalog.Verify() : catalog.ReadInfo());
            using var writer = output.CreateWriter(parsed, terminal, CatalogRecord.Columns);
            writer.Write(record);
            return ExitCode.Done;
        });
        return command;
    }
}
