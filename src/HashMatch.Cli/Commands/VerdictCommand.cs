using System.CommandLine;
using HashMatch.Catalog;
using HashMatch.Cli.Output;
using HashMatch.Cli.Output.Records;
using HashMatch.Cli.Pipeline;
using HashMatch.Hashers.Regions;
using HashMatch.Lists;

namespace HashMatch.Cli.Commands;

/// <summary>What <c>scan</c> and <c>match</c> share: one verdict per input.</summary>
static class VerdictCommand
{
    /// <param name="name">The verb.</param>
    /// <param name="description">Its one line of help.</param>
    /// <param name="compareWithinRun">Whether inputs are compared with one another; lists are then optional.</param>
    /// <param name="terminal">The streams.</param>
    internal static Command Create(string name, string description, bool compareWithinRun, Terminal terminal)
    {
        // A scan meets whatever there is, and many of them: what that costs is measured in bench/README.md.
        var inputs = new InputOptions(isolates: compareWithinRun);
        var lists = new ListOptions();
        var bounds = new VerdictOptions();
        var recipe = new HashOptions();
        var forms = new FormOptions();
        // Only what is compared within the run has regions to be compared with: lists hold none.
        var regions = compareWithinRun ? new RegionOptions(
            "Also look for parts: an item that matches nothing but has N regions in common with an earlier one (4 unless given; 8 for texts and captions) is uncertain. Costs some 6 ms and 30 KB a picture, and a search through all before it: 50 ms at 10,000.") : null;
        var output = new OutputOptions();
        var catalog = new CatalogOption(keepsSource: true);
        var opaque = new OpaqueOptions();
        var command = new Command(name, description);
        inputs.AddTo(command);
        lists.AddTo(command, required: !compareWithinRun);
        bounds.AddTo(command);
        recipe.AddTo(command);
        forms.AddTo(command);
        regions?.AddTo(command);
        opaque.AddTo(command);
        output.AddTo(command);
        if (compareWithinRun)
        {
            catalog.AddTo(command);
        }

        command.Validators.Add(result =>
        {
            if (catalog.IsGiven(result) && regions is not null && regions.IsGiven(result))
            {
                result.AddError("--regions and --catalog do not go together: a catalogue holds no regions.");
            }
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            var quiet = output.IsQuiet(parsed);
            var profile = recipe.Read(parsed);
            var view = opaque.Read(parsed);
            var options = bounds.Read(parsed) with { CompareWithinRun = compareWithinRun, AgreeingRegions = regions?.Read(parsed) };
            var settings = inputs.Read(parsed);
            var listFolder = lists.CacheFolder(parsed, catalog.ListFolder(parsed));
            var known = lists.Read(parsed, profile, quiet ? null : terminal.Error, listFolder);
            // After the lists, some of which may just have been kept.
            settings = settings with { OwnOutputs = [.. catalog.FilesOf(parsed), .. listFolder is null ? [] : KnownListCache.FilesIn(listFolder)] };
            using var remembering = catalog.Open(parsed, new CatalogSettings(profile, settings.Decode.ApplyOrientation, forms.Read(parsed), options), known);
            IDecider decider = remembering is null ? new RunDecider(known, options) : remembering;
            var kinds = decider.DigestKinds;
            using var run = new HashRun(settings, profile, kinds, forms.Read(parsed), terminal,
                regions: options.AgreeingRegions is null ? null : new RegionHasher(), memory: remembering?.MemoryFor(settings.Decode));
            using var writer = output.CreateWriter(parsed, terminal, view is null ? VerdictRecord.Columns : OpaqueRecord.Columns);
            HeldRecords records = new(writer, decider.Settle);
            RecordGaps gaps = new(kinds, forms.Read(parsed), options);
            var exitCode = await new RecordRun(terminal, quiet).RunAsync(run, writer, (file, summary) =>
            {
                gaps.Count(file);
                var decision = decider.Decide(file);
                summary.Count(file, decision.Verdict);
                records.Add(view is null ? new VerdictRecord(file, decision) : OpaqueRecord.Of(file, decision, view));
                if (decider.IsSettlingDue)
                {
                    records.Settle();
                }
            }, lists.FailOnMatch(parsed), cancellation, records.Settle);
            decider.Complete();
            foreach (var entry in quiet ? [] : remembering?.Quarantined ?? [])
            {
                terminal.Error.WriteLine(
                    $"hashmatch: {Printable.Of(entry.Name.ToString())} matched {entry.Matched} contents, more than the {entry.Limit} it may, and is in quarantine: what it matches from there on is uncertain until 'catalog feedback DB release'.");
            }

            if (!quiet)
            {
                gaps.Tell(terminal.Error);
            }

            return exitCode;
        });
        return command;
    }
}
