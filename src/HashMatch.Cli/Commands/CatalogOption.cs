using System.CommandLine;
using System.CommandLine.Parsing;
using HashMatch.Catalog;
using HashMatch.Cli.Pipeline;
using HashMatch.Matching;
using HashMatch.Matching.Review;

namespace HashMatch.Cli.Commands;

/// <summary><c>--catalog DB</c>: what was seen and decided outlasts the run; <c>--source NAME</c> says where it came from.</summary>
/// <param name="keepsSource">Whether a verb says where its inputs came from; reports name their systems themselves.</param>
sealed class CatalogOption(bool keepsSource)
{
    readonly Option<string> _catalog = new("--catalog") { HelpName = "DB", Description = "Remember what is seen and decided in this file, and decide by what it remembers: unchanged files are not read again." };

    readonly Option<int> _floor = new("--quarantine-floor") { HelpName = "N", Description = "Contents a list entry may always match in one scan; one that matches more, and more than --quarantine-factor times the most in any scan before, is in quarantine until it is released. 0: no bound.", DefaultValueFactory = _ => QuarantineRule.Default.Floor };
    readonly Option<int> _factor = new("--quarantine-factor") { HelpName = "N", Description = "How many times the most of any scan before an entry may match.", DefaultValueFactory = _ => QuarantineRule.Default.Factor };
    readonly Option<string> _source = new("--source") { HelpName = "NAME", Description = "Where the inputs come from, such as a collection's name: kept with each in the catalogue." };

    internal void AddTo(Command command)
    {
        _floor.RequireAtLeast(0);
        _factor.RequireAtLeast(1);
        _catalog.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "" }])
            {
                result.AddError("--catalog needs a file's name, not an empty text.");
            }
        });
        _source.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var name }] && name.Length is 0 or > CatalogItem.LongestSource)
            {
                result.AddError($"--source needs a name of 1 to {CatalogItem.LongestSource} characters.");
            }
        });
        command.Add(_catalog);
        if (keepsSource)
        {
            command.Add(_source);
        }

        command.Add(_floor);
        command.Add(_factor);
        command.Validators.Add(result =>
        {
            if (IsGiven(result))
            {
                return;
            }

            if (result.GetResult(_source) is not null)
            {
                result.AddError("--source is kept in a catalogue: give --catalog too.");
            }

            if (result.GetResult(_floor) is { Implicit: false } || result.GetResult(_factor) is { Implicit: false })
            {
                result.AddError("--quarantine-floor and --quarantine-factor go with --catalog, which counts what entries match.");
            }
        });
    }

    internal bool IsGiven(CommandResult result) => result.GetResult(_catalog) is not null;

    /// <summary>The files a run keeps there, which are no inputs of it.</summary>
    internal IReadOnlyList<string> FilesOf(ParseResult parsed) =>
        parsed.GetValue(_catalog) is { } path ? CatalogFiles.Of(path) : [];

    /// <summary>Where lists are kept beside it; null without one.</summary>
    internal string? ListFolder(ParseResult parsed) => parsed.GetValue(_catalog) is { } path ? CatalogFiles.ListsOf(path) : null;

    /// <summary>What decides by the catalogue, null without one.</summary>
    internal CatalogDecider? Open(ParseResult parsed, CatalogSettings settings, IReadOnlyList<KnownList> lists) =>
        parsed.GetValue(_catalog) is null ? null
            : new CatalogDecider(OpenWriter(parsed, settings, lists), settings, TimeProvider.System, parsed.GetValue(_source));

    /// <summary>The catalogue itself, which must be given.</summary>
    internal CatalogWriter OpenWriter(ParseResult parsed, CatalogSettings settings, IReadOnlyList<KnownList> lists) =>
        CatalogWriter.Open(PathArguments.Check(parsed, parsed.GetRequiredValue(_catalog))[0], settings, lists, TimeProvider.System,
            new QuarantineRule { Floor = parsed.GetValue(_floor), Factor = parsed.GetValue(_factor) });
}
