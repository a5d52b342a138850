using System.CommandLine;
using HashMatch.Cli.Output.Records;
using HashMatch.Storage;

namespace HashMatch.Cli.Commands;

/// <summary><c>index info FILE</c> and <c>index verify FILE</c>: one record of what the file holds.</summary>
static class IndexInfoCommand
{
    internal static Command Create(string name, string description, bool verify, Terminal terminal)
    {
        var file = new Argument<string>("INDEX") { Description = "An index file." };
        var output = new OutputOptions();
        var command = new Command(name, description) { file };
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            var path = PathArguments.Check(parsed, parsed.GetRequiredValue(file))[0];
            var info = CommandException.Attempt($"the index '{path}' could not be read", () => SnapshotInfo.Read(path, verify));
            using var writer = output.CreateWriter(parsed, terminal, IndexRecord.Columns);
            writer.Write(new IndexRecord(path, info, verify));
            return ExitCode.Done;
        });
        return command;
    }
}
