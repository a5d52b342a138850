using System.CommandLine;
using HashMatch.Cli.Output.Records;
using HashMatch.Cli.Pipeline;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Matching;

namespace HashMatch.Cli.Commands;

/// <summary><c>hash PATH…</c>: one hash record per input.</summary>
static class HashCommand
{
    internal static Command Create(Terminal terminal)
    {
        var inputs = new InputOptions();
        var recipe = new HashOptions();
        var algorithms = new AlgorithmOption();
        var output = new OutputOptions();
        var digests = new Option<bool>("--digests") { Description = "Add sha256, md5 and sha1 of the bytes." };
        var dihedral = new Option<bool>("--dihedral") { Description = "Add the hashes of the eight rotations and mirror images." };
        var command = new Command("hash", "One hash record per image.");
        inputs.AddTo(command);
        recipe.AddTo(command);
        algorithms.AddTo(command);
        command.Add(digests);
        command.Add(dihedral);
        output.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            DigestKind[] kinds = parsed.GetValue(digests)
                ? [DigestKind.XxHash128, DigestKind.Sha256, DigestKind.Md5, DigestKind.Sha1]
                : [DigestKind.XxHash128];
            using var run = new HashRun(inputs.Read(parsed), recipe.Read(parsed), kinds,
                parsed.GetValue(dihedral) ? FormKinds.All : FormKinds.Trimmed, terminal, algorithms.Read(parsed));
            using var writer = output.CreateWriter(parsed, terminal, HashRecord.Columns);
            var runner = new RecordRun(terminal, output.IsQuiet(parsed));
            return await runner.RunAsync(run, writer, (file, summary) =>
            {
                if (file.Error is null && kinds.Any(kind => file.DigestText(kind) is null))
                {
                    throw CommandException.Unusable($"the record of '{file.Path}' has not the digests asked for: make the records with 'hash --digests'.");
                }

                if (file.Error is null && parsed.GetValue(dihedral) && file.Forms?.Dihedral is null)
                {
                    throw CommandException.Unusable($"the record of '{file.Path}' has not the eight dihedral hashes asked for: make the records with 'hash --dihedral'.");
                }

                summary.Count(file);
                writer.Write(new HashRecord(file, MatchOptions.Default.MinQuality));
            }, failOnMatch: false, cancellation);
        });
        return command;
    }
}
