using System.Globalization;
using Spectre.Console;

namespace HashMatch.Cli.Output;

/// <summary>Progress on standard error: a live bar on a terminal, a plain line now and then elsewhere.</summary>
/// <remarks>No bar where the records themselves scroll by on the same terminal: the two would overwrite each other.</remarks>
sealed class ProgressDisplay(Terminal terminal, bool quiet, TimeProvider clock)
{
    static readonly TimeSpan s_plainInterval = TimeSpan.FromSeconds(10);

    /// <summary>Runs the work; it calls the action it is given once for every input done.</summary>
    internal async Task<TResult> RunAsync<TResult>(int total, Func<Action, Task<TResult>> work)
    {
        if (quiet || (terminal.ErrorIsTerminal && terminal.OutputIsTerminal))
        {
            return await work(static () => { });
        }

        return terminal.ErrorIsTerminal ? await RunWithBarAsync(total, work) : await work(PlainLines(total));
    }

    Task<TResult> RunWithBarAsync<TResult>(int total, Func<Action, Task<TResult>> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        return console.Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn(), new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var task = context.AddTask("images", maxValue: Math.Max(total, 1));
                var done = 0;
                return work(() =>
                {
                    task.Description = string.Create(CultureInfo.InvariantCulture, $"{++done} of {total} images");
                    task.Increment(1);
                });
            });
    }

    Action PlainLines(int total)
    {
        var done = 0;
        var last = clock.GetTimestamp();
        return () =>
        {
            done++;
            if (clock.GetElapsedTime(last) >= s_plainInterval)
            {
                last = clock.GetTimestamp();
                terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done} of {total} images"));
            }
        };
    }
}
