using System.CommandLine;
using HashMatch.Cli.Measuring;
using HashMatch.Cli.Output.Records;

namespace HashMatch.Cli.Commands;

/// <summary><c>bench</c>: a quick self-measurement on this machine.</summary>
static class BenchCommand
{
    internal static Command Create(Terminal terminal)
    {
        var count = new Option<int>("--n") { HelpName = "N", Description = "Random hashes to search; they take up to 410 bytes of memory each.", DefaultValueFactory = _ => 1_000_000 };
        var output = new OutputOptions();
        var command = new Command("bench", "A quick self-measurement on this machine: hashing and searching by one thread.") { count };
        count.RequireRange(1, 50_000_000);
        output.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            using var writer = output.CreateWriter(parsed, terminal, BenchRecord.Columns);
            foreach (var record in new QuickBench(parsed.GetValue(count), TimeProvider.System).Measure())
            {
                cancellation.ThrowIfCancellationRequested();
                writer.Write(record);
                writer.Flush();
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
