using HashMatch.Cli.Output;
using HashMatch.Cli.Pipeline;

namespace HashMatch.Cli.Commands;

/// <summary>The loop every verb over images shares: each result in order to a record, progress, summary, exit code.</summary>
sealed class RecordRun(Terminal terminal, bool quiet)
{
    /// <param name="run">The inputs and their hashes.</param>
    /// <param name="writer">Flushed at the end, come what may, so that what was finished is kept.</param>
    /// <param name="write">Counts one result and writes its record.</param>
    /// <param name="failOnMatch">Whether something known changes the exit code.</param>
    /// <param name="cancellation">An interrupt.</param>
    internal async Task<int> RunAsync(HashRun run, RecordWriter writer, Action<HashedFile, Summary> write, bool failOnMatch,
        CancellationToken cancellation)
    {
        var summary = new Summary(TimeProvider.System);
        var progress = new ProgressDisplay(terminal, quiet, TimeProvider.System);
        return await progress.RunAsync(run.Count, async advance =>
        {
            try
            {
                await foreach (var file in run.ResultsAsync(cancellation))
                {
                    write(file, summary);
                    if (terminal.OutputIsTerminal)
                    {
                        writer.Flush();
                    }

                    advance();
                }
            }
            finally
            {
                writer.Flush();
            }

            if (!quiet)
            {
                terminal.Error.WriteLine(summary.Describe(run.PixelCount));
            }

            return summary.ExitCodeOf(failOnMatch);
        });
    }
}
