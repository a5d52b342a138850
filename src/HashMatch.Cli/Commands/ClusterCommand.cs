using System.CommandLine;
using HashMatch.Cli.Files;
using HashMatch.Cli.Output.Records;
using HashMatch.Cli.Pipeline;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Matching.Clustering;

namespace HashMatch.Cli.Commands;

/// <summary><c>cluster PATH…</c>: groups of near-duplicates among the inputs.</summary>
/// <remarks>What has no hash to be compared, failed or of low quality, gets its hash record behind the clusters.</remarks>
static class ClusterCommand
{
    const string Star = "star";
    const string Connected = "connected";

    internal static Command Create(Terminal terminal)
    {
        var inputs = new InputOptions();
        var radius = VerdictOptions.Radius("Bits, inclusive, at which two hashes belong together.");
        var minQuality = VerdictOptions.MinQuality();
        var linkage = new Option<string>("--linkage") { HelpName = $"{Star}|{Connected}", Description = "star: every member lies within the radius of the representative; connected: of any other member, in chains of any length.", DefaultValueFactory = _ => Star };
        var minSize = new Option<int>("--min-size") { HelpName = "N", Description = "The smallest cluster to print; 1 prints images that stand alone too.", DefaultValueFactory = _ => 2 };
        var recipe = new HashOptions();
        var output = new OutputOptions();
        var command = new Command("cluster", "Groups of near-duplicates among the images.");
        linkage.AcceptOnlyFromAmong(Star, Connected);
        minSize.RequireAtLeast(1);
        inputs.AddTo(command);
        command.Add(radius);
        command.Add(minQuality);
        command.Add(linkage);
        command.Add(minSize);
        recipe.AddTo(command);
        output.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = inputs.Read(parsed);
            var least = parsed.GetValue(minQuality);
            using var run = new HashRun(settings, recipe.Read(parsed), [DigestKind.XxHash128], FormKinds.None, terminal);
            using var writer = output.CreateWriter(parsed, terminal, ClusterRecord.Columns);
            List<string> paths = [];
            List<Hash256> hashes = [];
            List<HashedFile> others = [];
            var exitCode = await new RecordRun(terminal, output.IsQuiet(parsed)).RunAsync(run, writer, (input, summary) =>
            {
                summary.Count(input);
                if (input.Pdq is { } pdq && input.IsMatchableAt(least))
                {
                    paths.Add(input.Path);
                    hashes.Add(pdq.Hash);
                }
                else
                {
                    others.Add(input);
                }
            }, failOnMatch: false, cancellation);

            Hash256[] codes = [.. hashes];
            var clusters = parsed.GetValue(linkage) == Star
                ? StarClusters.Find<Hash256>(codes, parsed.GetValue(radius), settings.Threads)
                : ConnectedClusters.Find<Hash256>(codes, parsed.GetValue(radius), settings.Threads);
            var number = 0;
            foreach (var cluster in clusters.Members(parsed.GetValue(minSize)))
            {
                writer.Write(new ClusterRecord(++number,
                    [.. cluster.Select(item => new ClusterMember(paths[item], codes[item].DistanceTo(codes[cluster[0]])))]));
            }

            foreach (var input in others)
            {
                writer.Write(new UngroupedRecord(input, least));
            }

            return exitCode;
        });
        return command;
    }
}
