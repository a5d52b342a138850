namespace HashMatch.Catalog.Internals;

/// <summary>The tables of version 1. Numbers grow with time, so that rows are added at the end of the file.</summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>content</c>: bytes and what was made of them; found by <c>digest_key</c>, the first 8 bytes of the XXH128.</item>
/// <item><c>item</c>: a content at a place. <c>opened</c> is the decision by which it opened a group;
/// <c>settled</c> says whether the evidence beside it decided it.</item>
/// <item><c>decision</c>: the log, never changed; each row's <c>link</c> is a SHA-256 over the row and the link before.</item>
/// <item><c>failure</c>: the latest decision of places that could not be read.</item>
/// <item><c>run</c>, <c>list</c>, <c>run_list</c>: which lists, in which version, were in force when.</item>
/// </list>
/// </remarks>
static class Schema1
{
    internal const string Text = """
        CREATE TABLE catalog (
            only INTEGER PRIMARY KEY CHECK (only = 1),
            uuid BLOB NOT NULL,
            profile TEXT NOT NULL,
            oriented INTEGER NOT NULL,
            forms INTEGER NOT NULL,
            radius INTEGER NOT NULL,
            review_band INTEGER NOT NULL,
            min_quality INTEGER NOT NULL,
            max_undecided INTEGER NOT NULL,
            max_imbalance INTEGER NOT NULL,
            turned_radius INTEGER,
            trimmed_radius INTEGER
        ) STRICT;

        CREATE TABLE list (
            id INTEGER PRIMARY KEY,
            fingerprint BLOB NOT NULL UNIQUE,
            name TEXT NOT NULL,
            version TEXT,
            role TEXT NOT NULL,
            radius INTEGER,
            profile TEXT,
            entries INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE run (
            id INTEGER PRIMARY KEY,
            started INTEGER NOT NULL,
            finished INTEGER
        ) STRICT;

        CREATE TABLE run_list (
            run INTEGER NOT NULL REFERENCES run,
            list INTEGER NOT NULL REFERENCES list,
            PRIMARY KEY (run, list)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE decision (
            seq INTEGER PRIMARY KEY,
            run INTEGER NOT NULL REFERENCES run,
            at INTEGER NOT NULL,
            place TEXT NOT NULL,
            evidence TEXT NOT NULL,
            link BLOB NOT NULL
        ) STRICT;

        CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision
        BEGIN SELECT RAISE(ABORT, 'decisions are never removed'); END;

        CREATE TRIGGER decision_is_final BEFORE UPDATE ON decision
        BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END;

        CREATE TABLE content (
            id INTEGER PRIMARY KEY,
            digest_key INTEGER NOT NULL,
            xxh128 BLOB NOT NULL,
            length INTEGER NOT NULL,
            width INTEGER,
            height INTEGER,
            format TEXT,
            partial INTEGER NOT NULL,
            quality INTEGER NOT NULL,
            undecided INTEGER NOT NULL,
            hash BLOB NOT NULL,
            forms BLOB,
            md5 BLOB,
            sha1 BLOB,
            sha256 BLOB
        ) STRICT;

        CREATE INDEX content_digest ON content (digest_key);

        CREATE TABLE item (
            id INTEGER PRIMARY KEY,
            place TEXT NOT NULL,
            path TEXT NOT NULL,
            content INTEGER NOT NULL REFERENCES content,
            current INTEGER NOT NULL,
            modified INTEGER,
            first_run INTEGER NOT NULL REFERENCES run,
            last_run INTEGER NOT NULL REFERENCES run,
            decision INTEGER NOT NULL REFERENCES decision,
            opened INTEGER REFERENCES decision,
            settled INTEGER NOT NULL,
            same_bytes INTEGER REFERENCES item,
            nearest INTEGER REFERENCES item,
            distance INTEGER,
            transform INTEGER
        ) STRICT;

        CREATE UNIQUE INDEX item_place ON item (place, content);
        CREATE INDEX item_content ON item (content);
        CREATE UNIQUE INDEX item_opened ON item (opened) WHERE opened IS NOT NULL;

        CREATE TABLE failure (
            place TEXT PRIMARY KEY,
            decision INTEGER NOT NULL REFERENCES decision
        ) STRICT, WITHOUT ROWID;
        """;
}
