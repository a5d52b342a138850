namespace HashMatch.Cli.Help.Manuals;

/// <summary><c>list</c> and its verbs.</summary>
static class ListManuals
{
    const string SomeRow = "Some row could not be used; it is named by its place and the reason, and the rest was done.";

    static readonly Example s_import = new("Bring a list of any format into our own", "hashmatch list import known.csv --output list.jsonl");

    internal static IReadOnlyList<Manual> All { get; } =
    [
        new("list", "Formats are told by the content: PDQ text and CSV, md5, sha1 and sha256 sums, VICS JSON 1.3 and 2.0, hash sharing XML, StopNCII JSON, NSRL, and our JSON Lines.",
            s_import,
            new Example("Check one before it is used", "hashmatch list validate known.csv")),
        new("list import", "Ids, owners, times, feedback, opaque hashes and fields that nobody knows come along. With --update the source is a delta: its entries are added or replace older ones, its tombstones withdraw, and of two that differ the one with the later time stays.",
            s_import,
            new Example("With a name, a role and a radius of its own", "hashmatch list import known.csv --output list.jsonl --name demo --role known --radius 24"),
            new Example("Lay the next delta over it", "hashmatch list import delta.jsonl --output list.jsonl --update"))
        {
            SomeFailed = SomeRow,
        },
        new("list export", "The record that is printed counts what the format could not carry, by kind.",
            new Example("For a tool that reads VICS", "hashmatch list export list.jsonl --to vics --output list.json"),
            new Example("PDQ hashes alone, one a line", "hashmatch list export list.jsonl --to pdq --output list.txt"))
        {
            SomeFailed = SomeRow,
        },
        new("list info", "What its header says; rows, entries, tombstones and bad rows; hashes and labels of each kind.",
            new Example("What two lists hold", "hashmatch list info known.csv list.jsonl --format text")),
        new("list validate", "A bad row gets a record with its line or number and the reason; no record quotes a hash.",
            new Example("Every bad row", "hashmatch list validate known.csv"),
            new Example("In a pipeline: end at the first", "hashmatch list validate list.jsonl --strict --quiet"))
        {
            SomeFailed = SomeRow,
        },
        new("list diff", "Entries are the same one by owner and id, or by their first hash where they have no id. A record for each that differs, then one with the numbers.",
            new Example("What a new version brings", "hashmatch list diff known.csv list.jsonl"))
        {
            SomeFailed = SomeRow,
        },
    ];
}
