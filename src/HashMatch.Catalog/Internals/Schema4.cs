namespace HashMatch.Catalog.Internals;

/// <summary>What version 4 adds: reports, the verdicts of their items, and what became of them.</summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>report</c>: a report by the name its system gives it; <c>revision</c> is the one that holds.</item>
/// <item><c>report_revision</c>: what a report said, as JSON, named by the row of the log that has its SHA-256; never changed.</item>
/// <item><c>report_item</c>: what matching said of an item of a revision. <c>item</c> is the item of the catalogue it is,
/// <c>first</c> the one it repeats, <c>first_reported</c> whether that is a report's too, <c>entry</c> the list and entry
/// that decided, <c>file</c> where it was read, <c>error</c> why it was not.</item>
/// <item><c>follow_up</c>: what was done with a report: the row of the log that says so.</item>
/// <item>The indexes on <c>content</c> find the bytes that a report tells of by digests alone.</item>
/// </list>
/// </remarks>
static class Schema4
{
    internal const string Text = """
        CREATE TABLE report (
            id INTEGER PRIMARY KEY,
            place TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            source TEXT,
            revision INTEGER NOT NULL REFERENCES decision
        ) STRICT;

        CREATE INDEX report_name ON report (name);

        CREATE TABLE report_revision (
            decision INTEGER PRIMARY KEY REFERENCES decision,
            report INTEGER NOT NULL REFERENCES report,
            text BLOB NOT NULL
        ) STRICT;

        CREATE INDEX report_revision_report ON report_revision (report);

        CREATE TRIGGER report_revision_is_kept BEFORE DELETE ON report_revision
        BEGIN SELECT RAISE(ABORT, 'revisions are never removed'); END;

        CREATE TRIGGER report_revision_is_final BEFORE UPDATE ON report_revision
        BEGIN SELECT RAISE(ABORT, 'revisions are never changed'); END;

        CREATE TABLE report_item (
            revision INTEGER NOT NULL REFERENCES report_revision,
            position INTEGER NOT NULL,
            verdict TEXT,
            item INTEGER REFERENCES item,
            first INTEGER REFERENCES item,
            first_reported INTEGER NOT NULL,
            labels TEXT,
            entry TEXT,
            file TEXT,
            error TEXT,
            PRIMARY KEY (revision, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE follow_up (
            decision INTEGER PRIMARY KEY REFERENCES decision,
            report INTEGER NOT NULL REFERENCES report
        ) STRICT;

        CREATE INDEX follow_up_report ON follow_up (report);

        CREATE TRIGGER follow_up_is_kept BEFORE DELETE ON follow_up
        BEGIN SELECT RAISE(ABORT, 'follow-ups are never removed'); END;

        CREATE TRIGGER follow_up_is_final BEFORE UPDATE ON follow_up
        BEGIN SELECT RAISE(ABORT, 'follow-ups are never changed'); END;

        CREATE INDEX content_md5 ON content (md5) WHERE md5 IS NOT NULL;
        CREATE INDEX content_sha1 ON content (sha1) WHERE sha1 IS NOT NULL;
        CREATE INDEX content_sha256 ON content (sha256) WHERE sha256 IS NOT NULL;
        """;
}
