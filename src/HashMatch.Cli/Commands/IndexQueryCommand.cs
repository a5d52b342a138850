using System.CommandLine;
using HashMatch.Cli.Output;
using HashMatch.Cli.Output.Records;
using HashMatch.Cli.Pipeline;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Indexes;
using HashMatch.Storage;

namespace HashMatch.Cli.Commands;

/// <summary><c>index query INDEX PATH…</c>: what an index holds near each input.</summary>
static class IndexQueryCommand
{
    internal static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("INDEX") { Description = "An index file." };
        var inputs = new InputOptions();
        var radius = VerdictOptions.Radius("All hashes within so many bits, inclusive.");
        var nearest = new Option<int?>("--nearest") { HelpName = "K", Description = "The K nearest hashes instead, however far." };
        var minQuality = VerdictOptions.MinQuality();
        var output = new OutputOptions();
        var command = new Command("query", "What an index file holds near each image.") { file };
        nearest.RequireAtLeast(1);
        inputs.AddTo(command);
        command.Add(radius);
        command.Add(nearest);
        command.Add(minQuality);
        output.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = PathArguments.Check(parsed, parsed.GetRequiredValue(file))[0];
            var index = CommandException.Attempt($"the index '{path}' could not be read", () => IndexSnapshot<Hash256>.Open(path));
            var least = parsed.GetValue(minQuality);
            // Hashes are only compared within a profile, so the index says which one the images get.
            var profile = HashProfile.Find(index.Profile) is { Kind: HashKind.Pdq } found ? found
                : throw CommandException.Unusable($"the index '{path}' holds hashes of profile '{ProfileName.Of(index.Profile)}', which images cannot be given here.");
            using var run = new HashRun(inputs.Read(parsed), profile, [DigestKind.XxHash128], FormKinds.None, terminal);
            using var writer = output.CreateWriter(parsed, terminal, QueryRecord.Columns);
            List<SearchHit> hits = [];
            return await new RecordRun(terminal, output.IsQuiet(parsed)).RunAsync(run, writer, (input, summary) =>
            {
                summary.Count(input);
                hits.Clear();
                if (input.Pdq is { } pdq && input.IsMatchableAt(least))
                {
                    Search(pdq.Hash);
                }

                // One that is not searched for says why by its status.
                writer.Write(new QueryRecord(input, least, [.. hits.Select(hit => new QueryHit(hit.Id, index.NameOf(hit.Id), hit.Distance))]));
            }, failOnMatch: false, cancellation);

            void Search(Hash256 hash)
            {
                if (parsed.GetValue(nearest) is { } k)
                {
                    index.Index.SearchNearest(hash, k, hits);
                }
                else
                {
                    index.Index.SearchRadius(hash, parsed.GetValue(radius), hits);
                }
            }
        });
        return command;
    }
}
