using System.CommandLine;
using System.Globalization;
using HashMatch.Cli.Output.Records;
using HashMatch.Cli.Pipeline;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Indexes;
using HashMatch.Storage;

namespace HashMatch.Cli.Commands;

/// <summary><c>index build PATH… --output FILE</c>: an index of the hashes of the inputs, each named by its path.</summary>
/// <remarks>What has no hash to be matched, failed or of low quality, gets its record instead; the last record is the index's.</remarks>
static class IndexBuildCommand
{
    internal static Command Create(Terminal terminal)
    {
        var inputs = new InputOptions();
        var recipe = new HashOptions();
        var output = new OutputOptions();
        var file = new Option<string>("--output", "-o") { HelpName = "INDEX", Description = "The index file; an older one is replaced when the new one is whole.", Required = true };
        var minQuality = VerdictOptions.MinQuality();
        var command = new Command("build", "Builds an index file from images, or from the records of an earlier 'hash'.");
        inputs.AddTo(command);
        command.Add(file);
        command.Add(minQuality);
        recipe.AddTo(command);
        output.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetRequiredValue(file);
            OutputFile.RequirePlace(path, "index");
            var profile = recipe.Read(parsed);
            var least = parsed.GetValue(minQuality);
            using var run = new HashRun(inputs.Read(parsed) with { OwnOutputs = [path] }, profile, [DigestKind.XxHash128], FormKinds.None, terminal);
            using var writer = output.CreateWriter(parsed, terminal, HashRecord.Columns);
            HashIndex<Hash256> index = new();
            List<string> names = [];
            var lowQuality = 0;
            var exitCode = await new RecordRun(terminal, output.IsQuiet(parsed)).RunAsync(run, writer, (input, summary) =>
            {
                summary.Count(input);
                if (input.Pdq is { } pdq && input.IsMatchableAt(least))
                {
                    index.Add(pdq.Hash, names.Count);
                    names.Add(input.Path);
                }
                else
                {
                    lowQuality += input.Error is null ? 1 : 0;
                    writer.Write(new HashRecord(input, least));
                }
            }, failOnMatch: false, cancellation);

            var info = CommandException.Attempt($"the index '{path}' could not be written", () =>
            {
                IndexSnapshot<Hash256>.Save(index, path, profile.Name, names);
                return SnapshotInfo.Read(path);
            });
            if (lowQuality > 0 && !output.IsQuiet(parsed))
            {
                terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"hashmatch: {lowQuality} images of a quality below {least} or with too few decided bits were left out: their hashes say little."));
            }

            writer.Write(new IndexRecord(path, info, IsVerified: false));
            return exitCode;
        });
        return command;
    }
}
