namespace HashMatch.Catalog.Internals;

/// <summary>What version 3 adds: reviewers' decisions, and what list entries matched.</summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>feedback</c>: who decided what on which pair of contents, or of a content and an entry; never changed. The row
/// of the log it names says by whom and why. The latest row on a pair holds.</item>
/// <item><c>entry</c>: a list entry that came near something, by list, id and <c>prints</c>, which tell it again and from
/// which no hash can be read. <c>matched</c> is how many contents it first matched in <c>window</c>, <c>most</c> the most of
/// any window before; <c>quarantine</c> and <c>released</c> are the rows of the log that did so.</item>
/// <item><c>entry_match</c>: which contents it matched, and whether the match is held back.</item>
/// <item><c>heeded</c>: the first items that would have decided an item but for a veto, in the order of <c>rank</c>.</item>
/// <item><c>run.purpose</c>: <c>scan</c> or <c>feedback</c>.</item>
/// </list>
/// </remarks>
static class Schema3
{
    internal const string Text = """
        ALTER TABLE run ADD COLUMN purpose TEXT NOT NULL DEFAULT 'scan';

        CREATE TABLE entry (
            id INTEGER PRIMARY KEY,
            list TEXT NOT NULL,
            entry TEXT NOT NULL,
            prints BLOB NOT NULL,
            window INTEGER NOT NULL,
            matched INTEGER NOT NULL,
            most INTEGER NOT NULL,
            quarantine INTEGER REFERENCES decision,
            released INTEGER REFERENCES decision
        ) STRICT;

        CREATE UNIQUE INDEX entry_name ON entry (list, entry, prints);

        CREATE TABLE entry_match (
            entry INTEGER NOT NULL REFERENCES entry,
            content INTEGER NOT NULL REFERENCES content,
            held INTEGER NOT NULL,
            PRIMARY KEY (entry, content)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE heeded (
            item INTEGER NOT NULL REFERENCES item,
            rank INTEGER NOT NULL,
            first INTEGER NOT NULL REFERENCES item,
            distance INTEGER NOT NULL,
            transform INTEGER NOT NULL,
            PRIMARY KEY (item, rank)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE feedback (
            decision INTEGER PRIMARY KEY REFERENCES decision,
            action TEXT NOT NULL,
            item INTEGER REFERENCES item,
            content INTEGER REFERENCES content,
            other_item INTEGER REFERENCES item,
            other INTEGER REFERENCES content,
            entry INTEGER REFERENCES entry
        ) STRICT;

        CREATE TRIGGER feedback_is_kept BEFORE DELETE ON feedback
        BEGIN SELECT RAISE(ABORT, 'feedback is never removed'); END;

        CREATE TRIGGER feedback_is_final BEFORE UPDATE ON feedback
        BEGIN SELECT RAISE(ABORT, 'feedback is never changed'); END;
        """;
}
