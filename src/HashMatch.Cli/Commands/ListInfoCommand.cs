using System.CommandLine;
using HashMatch.Cli.Inputs;
using HashMatch.Cli.Output.Records;

namespace HashMatch.Cli.Commands;

/// <summary><c>list info LIST…</c> and <c>list validate LIST…</c>: one record of what each list holds; <c>validate</c> names every bad row before.</summary>
static class ListInfoCommand
{
    internal static Command Create(string name, string description, bool nameRows, Terminal terminal)
    {
        var files = new Argument<string[]>("LIST") { Description = "A list in any format.", Arity = ArgumentArity.OneOrMore };
        var source = new ListSourceOptions();
        var strict = new Option<bool>("--strict") { Description = "Stop with exit code 3 at the first row that cannot be used." };
        var output = new OutputOptions();
        var command = new Command(name, description) { files };
        source.AddTo(command);
        if (nameRows)
        {
            command.Add(strict);
        }

        output.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            using var writer = output.CreateWriter(parsed, terminal, nameRows ? ListRowRecord.Columns : ListRecord.Columns);
            ListRowReports reports = new(writer, nameRows && parsed.GetValue(strict));
            foreach (var path in PathArguments.Check(parsed, parsed.GetRequiredValue(files)))
            {
                ListContent content = new(path);
                using var reader = ListFiles.Open(path, source.Read(parsed, path));
                foreach (var row in ListFiles.Rows(reader, path))
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (row.IsEntry)
                    {
                        content.Add(row.Entry);
                    }
                    else if (nameRows)
                    {
                        reports.Add(path, row.Error);
                    }
                }

                content.Finish(reader);
                writer.Write(new ListRecord(content));
            }

            return Task.FromResult(reports.ExitCode);
        });
        return command;
    }
}
