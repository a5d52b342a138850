using System.CommandLine;
using HashMatch.Cli.Output.Records;
using HashMatch.Cli.Pipeline;
using HashMatch.Evaluation.Algorithms;
using HashMatch.Evaluation.Page;

namespace HashMatch.Cli.Commands;

/// <summary><c>eval PATH…</c>: matching quality on the user's own pictures.</summary>
static class EvalCommand
{
    internal static Command Create(Terminal terminal)
    {
        var inputs = new InputOptions(takesHashes: false);
        var algorithms = new Option<string[]>("--algorithm") { HelpName = "NAME", Description = "Evaluate only this one. Repeatable. regions, the parts that scan --regions finds, runs only if it is named.", Arity = ArgumentArity.OneOrMore };
        var same = new Option<string>("--same") { HelpName = "FILE|-", Description = "Groups of pictures known to show the same, one a line, paths parted by tabs: their pairs count neither way." };
        var rate = new Option<double>("--fpr") { HelpName = "F", Description = "Also report the largest radius with at most F false matches in a million distinct pairs.", DefaultValueFactory = _ => 1 };
        var seed = new Option<ulong>("--seed") { HelpName = "N", Description = "Of the random parts of copies, such as noise.", DefaultValueFactory = _ => 1 };
        var html = new Option<string>("--html") { HelpName = "FILE", Description = "Also write one page with tables and plots, complete in itself." };
        var output = new OutputOptions();
        var command = new Command("eval", "Matching quality on your own pictures: altered copies are made of each, and what is found of them is counted. The pictures must be distinct but for --same.");
        algorithms.AcceptOnlyFromAmong([.. AlgorithmCatalog.All.Select(algorithm => algorithm.Name)]);
        rate.RequireRange(0, 1_000_000);
        inputs.AddTo(command);
        command.Add(algorithms);
        command.Add(same);
        command.Add(rate);
        command.Add(seed);
        command.Add(html);
        output.AddTo(command);
        command.Validators.Add(result =>
        {
            if (inputs.TakeStandardInput(result) && result.GetValue(same) == "-")
            {
                result.AddError("Standard input can be read once: --files-from - or --same -.");
            }
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            var names = parsed.GetValue(algorithms) ?? [];
            var page = parsed.GetValue(html);
            if (page is not null)
            {
                OutputFile.RequirePlace(page, "page");
            }

            var settings = inputs.Read(parsed) with { OwnOutputs = page is null ? [] : [page] };
            using var run = new EvalPipeline(settings, AlgorithmCatalog.Choose(names), parsed.GetValue(seed), parsed.GetValue(same), terminal, output.IsQuiet(parsed));
            using var writer = output.CreateWriter(parsed, terminal, EvalRun.Columns);
            await run.MeasureAsync(failure => writer.Write(failure), cancellation);
            var report = run.Report(parsed.GetValue(rate), cancellation);
            writer.Write(new EvalRun(report));
            foreach (var algorithm in report.Algorithms)
            {
                writer.Write(new EvalAlgorithm(algorithm, report.PerMillion));
            }

            for (var i = 0; i < report.Alterations.Count; i++)
            {
                writer.Write(new EvalAlteration(report, i));
            }

            // Behind the records, which are worth having where the page cannot be written.
            if (page is not null)
            {
                OutputFile.WritePage(page, EvaluationPage.Of(report));
            }

            return report.Failed > 0 ? ExitCode.SomeFailed : ExitCode.Done;
        });
        return command;
    }
}
