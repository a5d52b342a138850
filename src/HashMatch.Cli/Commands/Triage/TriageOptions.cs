using System.CommandLine;
using HashMatch.Catalog;
using HashMatch.Cli.Inputs;
using HashMatch.Cli.Output;
using HashMatch.Triage;

namespace HashMatch.Cli.Commands.Triage;

/// <summary>The options of every verb that orders or links the reports of a catalogue.</summary>
sealed class TriageOptions
{
    readonly Option<string> _catalog = Catalog();
    readonly Option<string> _rules = new("--rules") { HelpName = "FILE", Description = "The rules to order and link by, JSON of schema hashmatch/triage-rules@1. Default: those that are built in." };
    readonly Option<string> _now = TimeArgument.Option("--now", "The time to order by, for output that can be made again. Default: the clock's.");
    readonly Option<int> _threads = new("--threads") { HelpName = "N", Description = "Threads that read and compare. Default: one a processor.", DefaultValueFactory = _ => Environment.ProcessorCount };

    /// <summary><c>--catalog</c>, for every verb that needs one.</summary>
    internal static Option<string> Catalog() => new("--catalog") { HelpName = "DB", Description = "The catalogue that 'triage ingest' filled, such as seen.db.", Required = true };

    internal void AddTo(Command command)
    {
        _threads.RequireRange(1, 1024);
        command.Add(_catalog);
        command.Add(_rules);
        command.Add(_now);
        command.Add(_threads);
    }

    internal CatalogReader Open(ParseResult parsed) => CatalogReader.Open(PathArguments.Check(parsed, parsed.GetRequiredValue(_catalog))[0]);

    internal int Threads(ParseResult parsed) => parsed.GetValue(_threads);

    /// <summary>The reports of a catalogue, linked and in order.</summary>
    internal TriageView Read(ParseResult parsed, CatalogReader catalog)
    {
        var rules = RulesFile.Read(parsed.GetValue(_rules));
        var now = TimeArgument.Read(parsed.GetValue(_now), TimeProvider.System);
        var cases = catalog.Reports.ReadCases(Threads(parsed));
        return new TriageView(TriageQueue.Build(cases, rules, now, Threads(parsed)), rules, now);
    }
}
