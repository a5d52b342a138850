using HashMatch.Cli.Files;
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
    /// <param name="settle">Called when no more results come, by the end or by an interrupt, for records that were held back.</param>
    internal async Task<int> RunAsync(HashRun run, RecordWriter writer, Action<HashedFile, Summary> write, bool failOnMatch,
        CancellationToken cancellation, Action? settle = null)
    {
        var summary = new Summary(TimeProvider.System);
        var progress = new ProgressDisplay(terminal, quiet, TimeProvider.System);
        return await progress.RunAsync(run.Count, async advance =>
        {
            try
            {
                await WriteAllAsync(run, writer, file => write(file, summary), advance, cancellation);
                settle?.Invoke();
            }
            catch (OperationCanceledException)
            {
                settle?.Invoke();
                throw;
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

    async Task WriteAllAsync(HashRun run, RecordWriter writer, Action<HashedFile> write, Action advance, CancellationToken cancellation)
    {
        await foreach (var file in run.ResultsAsync(cancellation))
        {
            write(file);
            if (terminal.OutputIsTerminal)
            {
                writer.Flush();
            }

            advance();
        }
    }
}
