using System.CommandLine;
using HashMatch.Catalog.Triage;
using HashMatch.Cli.Inputs;
using HashMatch.Cli.Output.Records.Triage;
using HashMatch.Triage.FollowUps;

namespace HashMatch.Cli.Commands.Triage;

/// <summary><c>triage feedback ID OUTCOME --catalog DB</c> or <c>--from FILE</c>: what was done with reports, for good.</summary>
static class TriageFeedbackCommand
{
    internal static Command Create(Terminal terminal)
    {
        string[] names = [.. Enum.GetValues<FollowUpOutcome>().Select(FollowUp.NameOf)];
        var outcomes = string.Join(", ", names);
        var id = new Argument<string>("ID") { Description = "The id of a report.", Arity = ArgumentArity.ZeroOrOne };
        var outcome = new Argument<string>("OUTCOME") { Description = $"What was done: {outcomes}.", Arity = ArgumentArity.ZeroOrOne };
        var source = ReportOption.Source();
        var catalog = TriageOptions.Catalog();
        var by = new Option<string>("--by") { HelpName = "WHO", Description = "Who did it, such as reviewer-7; with --from, where a row does not say." };
        var why = new Option<string>("--why") { HelpName = "TEXT", Description = "Why, such as 'handed to the regional desk'; with --from, where a row does not say." };
        var time = TimeArgument.Option("--time", "When it was done, such as 2026-11-24T09:30Z. Default: now.");
        var confirm = new Option<string[]>("--confirm") { HelpName = "LABEL", Description = "A label of the reporter's that was found right, such as severity-1. Repeatable.", Arity = ArgumentArity.OneOrMore };
        var reject = new Option<string[]>("--reject") { HelpName = "LABEL", Description = "A label of the reporter's that was found wrong, such as severity-1. Repeatable.", Arity = ArgumentArity.OneOrMore };
        var from = new Option<string>("--from") { HelpName = "FILE|-", Description = "Many, one JSON object of schema hashmatch/follow-up@1 a line: {\"report\":\"r-1\", \"time\":\"2026-11-24T09:30:00Z\", \"outcome\":\"closed\"}." };
        var output = new OutputOptions();
        outcome.CompletionSources.Add(names);
        var command = new Command("feedback", "What was done with a report, by whom, why and when: into the log that is only added to. Closed reports leave the queue.") { id, outcome, source, catalog, by, why, time, confirm, reject, from };
        output.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(from) is not null)
            {
                if (result.GetValue(id) is not null)
                {
                    result.AddError("Give an ID and an OUTCOME, or --from, not both.");
                }
                else if (((Option[])[source, time, confirm, reject]).Any(option => result.GetResult(option) is not null))
                {
                    result.AddError("Rows of --from bring their own systems, times and labels: --source, --time, --confirm and --reject go with an ID.");
                }
            }
            else if (result.GetValue(id) is null || result.GetValue(outcome) is not { } word)
            {
                result.AddError($"Give the ID of a report and an OUTCOME ({outcomes}), or --from.");
            }
            else if (FollowUp.FindOutcome(word) is null)
            {
                result.AddError($"'{word}' is no outcome: use {outcomes}.");
            }
            else if (result.GetValue(by) is null || result.GetValue(why) is null)
            {
                result.AddError("Say who did it with --by, and why with --why.");
            }
        });
        command.SetAction(parsed =>
        {
            using var log = FollowUpLog.Open(PathArguments.Check(parsed, parsed.GetRequiredValue(catalog))[0], TimeProvider.System);
            using var writer = output.CreateWriter(parsed, terminal, FollowUpRecord.Columns);
            FollowUpRun run = new(log, writer, parsed.GetValue(by), parsed.GetValue(why));
            if (parsed.GetValue(from) is { } file)
            {
                return run.TakeAll(new TextInput(file, "follow-ups", terminal));
            }

            var word = FollowUp.FindOutcome(parsed.GetValue(outcome))!.Value;
            return run.TakeOne(FollowUp.Of(parsed.GetValue(id)!, parsed.GetValue(source) is { Length: > 0 } system ? system : null, TimeArgument.Read(parsed.GetValue(time), TimeProvider.System), word) with
            {
                ConfirmedLabels = parsed.GetValue(confirm) ?? [],
                RejectedLabels = parsed.GetValue(reject) ?? [],
            });
        });
        return command;
    }
}
