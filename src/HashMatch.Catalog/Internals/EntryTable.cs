using HashMatch.Matching;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>List entries and what they matched.</summary>
sealed class EntryTable : IDisposable
{
    const string Select = "SELECT id, list, entry, prints, window, matched, most, quarantine, released FROM entry";

    readonly Dictionary<(string List, string Entry, string Prints), EntryRow> _known = [];
    readonly Statement _find;
    readonly Statement _named;
    readonly Statement _insert;
    readonly Statement _update;
    readonly Statement _isHeld;
    readonly Statement _match;
    readonly Statement _hold;
    readonly Statement _let;
    readonly Statement _letAll;

    internal EntryTable(SqliteConnection connection)
    {
        _find = new Statement(connection, Select + " WHERE list = $0 AND entry = $1 AND prints = $2");
        _named = new Statement(connection, Select + " WHERE list = $0 AND entry = $1 ORDER BY id DESC");
        _insert = new Statement(connection,
            "INSERT INTO entry (list, entry, prints, window, matched, most) VALUES ($0, $1, $2, 0, 0, 0) RETURNING id");
        _update = new Statement(connection,
            "UPDATE entry SET window = $1, matched = $2, most = $3, quarantine = $4, released = $5 WHERE id = $0");
        _isHeld = new Statement(connection, "SELECT entry, held FROM entry_match WHERE entry = $0 AND content = $1");
        _match = new Statement(connection, "INSERT INTO entry_match (entry, content, held) VALUES ($0, $1, $2)");
        _hold = new Statement(connection, $"""
            UPDATE entry_match SET held = 1 WHERE entry = $0 AND content NOT IN (
                SELECT first FROM ({FeedbackTable.Standing}) WHERE entry = $0 AND action = 'confirm')
            """);
        _let = new Statement(connection, "UPDATE entry_match SET held = 0 WHERE entry = $0 AND content = $1");
        _letAll = new Statement(connection, "UPDATE entry_match SET held = 0 WHERE entry = $0");
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<Statement>)[_find, _named, _insert, _update, _isHeld, _match, _hold, _let, _letAll])
        {
            statement.Dispose();
        }
    }

    internal EntryRow FindOrAdd(EntryName name, byte[] prints)
    {
        var key = (name.List, name.Entry, Convert.ToBase64String(prints));
        if (!_known.TryGetValue(key, out var entry))
        {
            _known[key] = entry = Read(_find.Rows(name.List, name.Entry, prints)).FirstOrDefault() ??
                new EntryRow { Number = _insert.Number(name.List, name.Entry, prints), Name = name, Prints = prints };
        }

        return entry;
    }

    /// <summary>The entries that bore that name, the latest first: lists change, and some know entries by line numbers.</summary>
    internal List<EntryRow> Named(EntryName name) => Read(_named.Rows(name.List, name.Entry));

    internal void Update(EntryRow entry) =>
        _update.Run(entry.Number, entry.Window, entry.Matched, entry.Most, entry.Quarantine, entry.Released);

    /// <summary>Whether its match with a content is held back; null if it never matched it.</summary>
    internal bool? IsHeld(EntryRow entry, long content)
    {
        using var row = _isHeld.Rows(entry.Number, content);
        return row.Read() ? new Cells(row, "entry_match", 0).Flag(1) : null;
    }

    internal void Match(EntryRow entry, long content, bool held) => _match.Run(entry.Number, content, held ? 1 : 0);

    /// <summary>Holds back all its matches but those that were confirmed.</summary>
    internal void HoldAll(EntryRow entry) => _hold.Run(entry.Number);

    /// <summary>Lets its match with a content count.</summary>
    internal void Let(EntryRow entry, long content) => _let.Run(entry.Number, content);

    internal void LetAll(EntryRow entry) => _letAll.Run(entry.Number);

    static List<EntryRow> Read(SqliteDataReader reader)
    {
        using var row = reader;
        List<EntryRow> entries = [];
        while (row.Read())
        {
            Cells entry = new(row, "entry", 0);
            entries.Add(new EntryRow
            {
                Number = entry.Id(0),
                Name = new EntryName(entry.Text(1), entry.Text(2)),
                Prints = PrintsBlob.Whole(entry, 3),
                Window = entry.Number(4, 0, long.MaxValue),
                // Contents, of which there are no more.
                Matched = entry.Number(5, 0, GroupIndex.MostGroups),
                Most = entry.Number(6, 0, GroupIndex.MostGroups),
                Quarantine = entry.IdOrNull(7),
                Released = entry.IdOrNull(8),
            });
        }

        return entries;
    }
}
