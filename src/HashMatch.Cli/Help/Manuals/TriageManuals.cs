namespace HashMatch.Cli.Help.Manuals;

/// <summary><c>triage</c> and its verbs.</summary>
static class TriageManuals
{
    const string NoReport = "The catalogue holds no such report.";

    static readonly Example s_queue = new("What needs a person first", "hashmatch triage queue --catalog cases.db --format text");

    internal static IReadOnlyList<Manual> All { get; } =
    [
        new("triage", "Reports name pictures by file or by hash; each item gets its verdict by the lists and by all the catalogue has seen. A priority is a sum of ten named factors in whole numbers, each shown with what it rests on.",
            new Example("Take reports in", "hashmatch triage ingest reports.jsonl --catalog cases.db --known known.csv"),
            s_queue),
        new("triage ingest", "A report is there once its record is printed, and what is read again changes nothing: a run that was killed is begun anew. Items whose files are at hand are hashed; of the others the hashes in the report count. --strict ends at the first row that cannot be used, of REPORTS as of a list; what came before is kept.",
            new Example("Take reports in", "hashmatch triage ingest reports.jsonl --catalog cases.db --known known.csv"),
            new Example("From another program, with the files somewhere else", "cat reports.jsonl | hashmatch triage ingest - --root pictures --catalog cases.db"))
        {
            SomeFailed = "Some row could not be used, or some item's file not be read; each is named.",
        },
        new("triage queue", "Completeness, how long a report waits, and each factor with its points and its reason. Time only ever raises a report. --rules changes weights, periods and what makes a report complete; the version of the rules and their fingerprint are on every entry.",
            s_queue,
            new Example("The first ten and a page to read, the same at every run", "hashmatch triage queue --catalog cases.db --limit 10 --html queue.html --now 2026-11-24T00:00:00Z")),
        new("triage show", "Place and factors, items and verdicts, links and groups, all revisions and follow-ups.",
            new Example("One report, for a person to read", "hashmatch triage show r-1 --catalog cases.db --format text"))
        {
            SomeFailed = NoReport,
        },
        new("triage links", "Reports are linked by equal bytes, near hashes, accounts and devices. What very many share joins nobody and is listed apart.",
            new Example("All groups and links", "hashmatch triage links --catalog cases.db --format text"),
            new Example("Of one report", "hashmatch triage links r-1 --catalog cases.db"))
        {
            SomeFailed = NoReport,
        },
        new("triage feedback", "Nothing that was said is ever changed: the log is only added to. The labels confirmed and rejected become part of how each system does, see 'triage stats'.",
            new Example("A report was looked at", "hashmatch triage feedback r-1 opened --catalog cases.db --by ann --why 'my turn'"),
            new Example("And is closed", "hashmatch triage feedback r-1 actioned --catalog cases.db --by ann --why 'passed on'"))
        {
            SomeFailed = "There is no such report, or some row of --from could not be used; the reason is given.",
        },
        new("triage stats", "Reports, items by verdict, how long reports waited for a first look, what became of them, and labels found right and wrong.",
            new Example("For a person to read", "hashmatch triage stats --catalog cases.db --format text")),
        new("triage export", "The report named and all that are in its group, or a group by its number.",
            new Example("A case tool's document", "hashmatch triage export r-1 --catalog cases.db --to vics --output case.json"),
            new Example("A table", "hashmatch triage export r-1 --catalog cases.db --to csv --output case.csv"))
        {
            SomeFailed = "There is no such report or group.",
        },
    ];
}
