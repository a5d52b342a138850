using System.CommandLine;
using HashMatch.Catalog;
using HashMatch.Cli.Inputs;
using HashMatch.Cli.Output.Records.Triage;
using HashMatch.Cli.Pipeline;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Triage.Reports;

namespace HashMatch.Cli.Commands.Triage;

/// <summary><c>triage ingest REPORTS --catalog DB</c>: takes reports in, durably, and decides their items.</summary>
static class TriageIngestCommand
{
    /// <summary>In the order in which a list's own digests come, see <see cref="CatalogContent"/>: reports of other systems may know a file by any of them.</summary>
    static readonly DigestKind[] s_digests = [DigestKind.Md5, DigestKind.Sha1, DigestKind.Sha256, DigestKind.XxHash128];

    internal static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("REPORTS") { Description = "Reports, one JSON object of schema hashmatch/report@1 a line; - for standard input." };
        var root = new Option<string>("--root") { HelpName = "FOLDER", Description = "The folder that paths of items are relative to, and must stay within. Default: that of REPORTS. Such as --root /intake/files." };
        var rules = new Option<string>("--rules") { HelpName = "FILE", Description = "The rules of the queue, to warn of incident types they do not name, such as --rules my-rules.jsonc." };
        var anew = new Option<bool>("--redecide") { Description = "Decide the items of reports that are there already once more, by the lists of this run." };
        var threads = new Option<int>("--threads") { HelpName = "N", Description = "Threads that decode and hash. Default: one a processor.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var catalog = new CatalogOption(keepsSource: false);
        var lists = new ListOptions();
        var bounds = new VerdictOptions();
        var recipe = new HashOptions();
        var forms = new FormOptions();
        var decode = new DecodeOptionSet();
        var output = new OutputOptions();
        var command = new Command("ingest", "Takes reports into a catalogue: every item gets its verdict by the lists and by all the catalogue has seen. The same report again changes nothing; one that says something else is an update, and its history is kept.") { file, root, rules, anew, threads };
        threads.RequireRange(1, 1024);
        catalog.AddTo(command);
        lists.AddTo(command, required: false);
        bounds.AddTo(command);
        recipe.AddTo(command);
        forms.AddTo(command);
        decode.AddTo(command);
        output.AddTo(command);
        command.Validators.Add(result =>
        {
            if (!catalog.IsGiven(result))
            {
                result.AddError("Say where reports are kept: --catalog DB.");
            }
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetRequiredValue(file);
            path = path == "-" ? path : PathArguments.Check(parsed, path)[0];
            var quiet = output.IsQuiet(parsed);
            var profile = recipe.Read(parsed);
            if (!profile.IsExchanged)
            {
                throw CommandException.Usage($"reports bring PDQ hashes as exchanged, and profile '{profile.Name}' is not to be compared with them: use {HashProfile.Pdq1.Name}.");
            }

            var types = RulesFile.Read(parsed.GetValue(rules)).Factors.IncidentTypes;
            var options = decode.Read(parsed);
            var known = lists.Read(parsed, profile, quiet ? null : terminal.Error, lists.CacheFolder(parsed, catalog.ListFolder(parsed)));
            var decoder = RunDecoder.Open(decode.IsIsolated(parsed), parsed.GetValue(threads));
            using var workers = decoder as IDisposable;
            FileHasher hasher = new(decoder, new PdqHasher(profile), options, s_digests, forms.Read(parsed), AlgorithmHasher.None);
            ItemFiles files = new(parsed.GetValue(root) ?? FolderOf(path), hasher, parsed.GetValue(threads));
            TextInput input = new(path, "reports", terminal);
            using var stream = input.Open();
            using var reader = new ReportReader(stream, new ReportReadOptions { IncidentTypes = types.Count == 0 ? null : types.Keys.ToHashSet(StringComparer.Ordinal) });
            using var writing = catalog.OpenWriter(parsed, new CatalogSettings(profile, options.ApplyOrientation, forms.Read(parsed), bounds.Read(parsed)), known);
            using var writer = output.CreateWriter(parsed, terminal, IngestRecord.Columns);
            IngestRun run = new(input, writing, files, writer, lists.IsStrict(parsed), parsed.GetValue(anew));
            try
            {
                await run.RunAsync(reader, cancellation);
            }
            finally
            {
                writer.Flush();
            }

            if (!quiet)
            {
                terminal.Error.WriteLine(run.Counts.Describe());
            }

            return run.Counts.ExitCodeOf(lists.FailOnMatch(parsed));
        });
        return command;
    }

    static string FolderOf(string path) => path != "-" && Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".";
}
