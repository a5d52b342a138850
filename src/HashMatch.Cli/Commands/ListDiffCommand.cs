using System.CommandLine;
using HashMatch.Cli.Inputs;
using HashMatch.Cli.Output.Records;
using HashMatch.Lists;

namespace HashMatch.Cli.Commands;

/// <summary><c>list diff OLD NEW</c>: a record for every entry that differs, and one with the numbers.</summary>
static class ListDiffCommand
{
    internal static Command Create(Terminal terminal)
    {
        var oldFile = new Argument<string>("OLD") { Description = "The older list, in any format." };
        var newFile = new Argument<string>("NEW") { Description = "The newer list, in any format." };
        var source = new ListSourceOptions();
        var output = new OutputOptions();
        var command = new Command("diff", "What was added, changed, removed or withdrawn between two lists, by id, or by hash where there is none.") { oldFile, newFile };
        source.AddTo(command);
        output.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            var paths = PathArguments.Check(parsed, parsed.GetRequiredValue(oldFile), parsed.GetRequiredValue(newFile));
            var (older, newer) = (paths[0], paths[1]);
            using var writer = output.CreateWriter(parsed, terminal, ListChangeRecord.Columns);
            var summary = ListFiles.Attempt($"{older}' or '{newer}", "compared", () => ListDiff.Compare(
                () => ListReader.Open(older, source.Read(parsed, older)),
                () => ListReader.Open(newer, source.Read(parsed, newer)),
                change =>
                {
                    cancellation.ThrowIfCancellationRequested();
                    writer.Write(new ListChangeRecord(change, change.Kind == ListChangeKind.Removed ? older : newer));
                }));
            writer.Write(new ListDiffRecord(older, newer, summary));
            return Task.FromResult(summary.Old.Rejected + summary.New.Rejected > 0 ? ExitCode.SomeFailed : ExitCode.Done);
        });
        return command;
    }
}
