using System.CommandLine;
using HashMatch.Catalog;
using HashMatch.Cli.Inputs;
using HashMatch.Cli.Output.Records;

namespace HashMatch.Cli.Commands;

/// <summary><c>catalog feedback DB ACTION TARGET…</c>, <c>--from FILE</c> or <c>list</c>: what reviewers decide.</summary>
static class CatalogFeedbackCommand
{
    const string List = "list";

    internal static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("DB") { Description = "A catalogue." };
        var action = new Argument<string>("ACTION") { Description = "confirm or reject: a match of an item is right or wrong. veto: two are not the same. release: an entry leaves quarantine, or a veto of two is taken back. list: all that was decided.", Arity = ArgumentArity.ZeroOrOne };
        var targets = new Argument<string[]>("TARGET") { Description = "An item, by its path, as item:12, or by xxh128:, md5:, sha1:, sha256: or pdq: and digits; or an entry, as LIST#ENTRY.", Arity = new ArgumentArity(0, 2) };
        var list = new Option<string>("--list") { HelpName = "NAME", Description = "The list of the entry that is meant." };
        var entry = new Option<string>("--entry") { HelpName = "ENTRY", Description = "The entry's id." };
        var by = new Option<string>("--by") { HelpName = "WHO", Description = "Who decided; with --from, where a row does not say." };
        var why = new Option<string>("--why") { HelpName = "TEXT", Description = "Why; with --from, where a row does not say." };
        var from = new Option<string>("--from") { HelpName = "FILE|-", Description = "Many decisions, one JSON object a line with action, item, other, list, entry, by and why, as 'list' prints them." };
        var output = new OutputOptions();
        action.CompletionSources.Add([.. Enum.GetValues<FeedbackAction>().Select(WireNames.Of), List]);
        var command = new Command("feedback", "What reviewers decide, for later scans to honour: a rejected or vetoed pair is never called the same by near hashes again.") { file, action, targets, list, entry, by, why, from };
        output.AddTo(command);
        command.Validators.Add(result =>
        {
            var word = result.GetValue(action);
            var isBatch = result.GetResult(from) is not null;
            var names = result.GetValue(targets) is { Length: > 0 } || result.GetValue(list) is not null || result.GetValue(entry) is not null;
            if (word is null != isBatch)
            {
                result.AddError(isBatch ? "Give an ACTION or --from, not both." : "Give an ACTION (confirm, reject, veto, release or list), or --from.");
            }
            else if (names && word is null or List)
            {
                result.AddError(isBatch ? "Rows of --from name their items, lists and entries themselves." : "'list' shows all that was decided: it takes no TARGET, --list or --entry.");
            }
            else if (word is not (null or List) && FeedbackReader.Action(word) is null)
            {
                result.AddError($"'{word}' is no action: use confirm, reject, veto, release or list.");
            }
            else if (word is not (null or List) && (result.GetValue(by) is null || result.GetValue(why) is null))
            {
                result.AddError("Say who decided with --by, and why with --why.");
            }
        });
        command.SetAction(parsed =>
        {
            var path = PathArguments.Check(parsed, [parsed.GetRequiredValue(file), .. parsed.GetValue(targets) ?? []])[0];
            using var writer = output.CreateWriter(parsed, terminal, FeedbackRecord.Columns);
            if (parsed.GetValue(action) == List)
            {
                using var catalog = CatalogReader.Open(path);
                foreach (var said in catalog.Feedback.Read())
                {
                    writer.Write(new FeedbackRecord(said));
                }

                return ExitCode.Done;
            }

            using var feedback = FeedbackWriter.Open(path, TimeProvider.System, toPlace: new RealPaths().OfFile);
            FeedbackRun run = new(feedback, writer, terminal, output.IsQuiet(parsed));
            return parsed.GetValue(from) is { } rows
                ? run.TakeAll(new TextInput(rows, "decisions", terminal), parsed.GetValue(by), parsed.GetValue(why))
                : run.TakeOne(new FeedbackRequest(FeedbackReader.Action(parsed.GetValue(action))!.Value, parsed.GetValue(by)!, parsed.GetValue(why)!)
                {
                    Item = parsed.GetValue(targets)?.ElementAtOrDefault(0),
                    Other = parsed.GetValue(targets)?.ElementAtOrDefault(1),
                    List = parsed.GetValue(list),
                    Entry = parsed.GetValue(entry),
                });
        });
        return command;
    }
}
