namespace HashMatch.Catalog.Internals;

/// <summary>What version 2 adds: which contents are only claimed, where items came from, how often they were seen.</summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>content.claimed</c>: only a record says so. Version 1 did not tell records from files, so all it held counts as
/// claimed until the file is read once more.</item>
/// <item><c>catalog.regrouped</c>: how often hashes of groups that were open already changed; a snapshot of hashes fits one
/// such number.</item>
/// <item><c>source</c>, <c>item.source</c>, <c>item.metadata</c>: what a caller says of an item.</item>
/// <item><c>item.sightings</c>: the runs that saw it. Version 1 knew the first and the last.</item>
/// </list>
/// </remarks>
static class Schema2
{
    internal const string Text = """
        ALTER TABLE catalog ADD COLUMN regrouped INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE content ADD COLUMN claimed INTEGER NOT NULL DEFAULT 1;

        CREATE TABLE source (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE
        ) STRICT;

        ALTER TABLE item ADD COLUMN source INTEGER REFERENCES source;
        ALTER TABLE item ADD COLUMN metadata TEXT;
        ALTER TABLE item ADD COLUMN sightings INTEGER NOT NULL DEFAULT 1;
        UPDATE item SET sightings = 2 WHERE last_run > first_run;
        """;
}
