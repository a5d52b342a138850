namespace HashMatch.Cli.Help.Manuals;

/// <summary><c>catalog</c> and its verbs.</summary>
static class CatalogManuals
{
    internal static IReadOnlyList<Manual> All { get; } =
    [
        new("catalog", "A catalogue is one SQLite file. 'scan --catalog' makes and fills it; the verbs here read it, and 'feedback' tells it what reviewers decide. One run writes at a time, any number read.",
            new Example("What one holds", "hashmatch catalog info seen.db --format text"),
            new Example("Why a file was decided as it was", "hashmatch catalog explain seen.db pictures/b.bmp --format text")),
        new("catalog info", "Items, contents, groups, decisions, runs, and the recipe and bounds that all of them share.",
            new Example("As one record", "hashmatch catalog info seen.db")),
        new("catalog export", "Hash records are what --hashes-from and --known take. The log has every decision with its evidence and its link in the hash chain.",
            new Example("Match what is remembered against another list", "hashmatch catalog export seen.db | hashmatch match --hashes-from - --known stock.csv"),
            new Example("The log", "hashmatch catalog export seen.db --decisions"),
            new Example("The runs, each with its lists", "hashmatch catalog export seen.db --runs")),
        new("catalog explain", "Every decision on the file, in order: list, version, entry, distance, radius, profile, transform and rule, and the feedback that touched it. The file itself need not be there any more.",
            new Example("For a person to read", "hashmatch catalog explain seen.db pictures/b.bmp --format text"))
        {
            SomeFailed = "The catalogue holds no decision on that path.",
        },
        new("catalog feedback", "reject says that a match with an entry is wrong, veto that two items are not the same: such a pair is never known or repeat by near hashes again. confirm and release take it back. Equal bytes stay the same whatever anybody says. All of it goes into the hash chain, with who, why and when.",
            new Example("A match is wrong", "hashmatch catalog feedback seen.db reject pictures/a.bmp --list known --entry k-1 --by ann --why 'another place'"),
            new Example("Two items are not the same", "hashmatch catalog feedback seen.db veto pictures/a.bmp pictures/b.bmp --by ann --why 'two rooms'"),
            new Example("All that was decided", "hashmatch catalog feedback seen.db list --format text"))
        {
            SomeFailed = "What was said could not be taken in, or some row of --from; the reason is given.",
        },
        new("catalog precision", "Matches that reviewers found right and wrong, for each list and for the worst entries. An entry that is wrong five times and more often than right is in quarantine.",
            new Example("The worst ten", "hashmatch catalog precision seen.db --limit 10 --format text")),
        new("catalog verify", "Every row is read and checked, and the hash chain is computed anew from the first decision. What does not fit exits with 3 and is named.",
            new Example("Before a backup", "hashmatch catalog verify seen.db")),
    ];
}
