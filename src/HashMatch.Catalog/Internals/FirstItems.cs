using HashMatch.Hashes;
using HashMatch.Matching;
using HashMatch.Matching.Review;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>What keeps first items apart from others: the sides of vetoes they are on, and where such a veto was heeded.</summary>
sealed class FirstItems : IDisposable
{
    readonly VetoSet _vetoes;
    readonly CatalogSettings _settings;
    readonly Statement _ofGroup;
    readonly Statement _ofItem;
    readonly Statement _heeded;
    readonly Statement _forget;
    readonly Statement _note;
    bool _anyHeeded;

    internal FirstItems(SqliteConnection connection, VetoSet vetoes, CatalogSettings settings)
    {
        _vetoes = vetoes;
        _settings = settings;
        _ofGroup = new Statement(connection, $"SELECT {ContentTable.Columns} FROM item JOIN content ON content.id = item.content WHERE item.opened = $0");
        _ofItem = new Statement(connection, $"SELECT {ContentTable.Columns} FROM item JOIN content ON content.id = item.content WHERE item.id = $0");
        _heeded = new Statement(connection, """
            SELECT heeded.item, heeded.first, heeded.distance, heeded.transform, item.id, item.path FROM heeded LEFT JOIN item ON item.id = heeded.first
            WHERE heeded.item = $0 ORDER BY heeded.rank
            """);
        _forget = new Statement(connection, "DELETE FROM heeded WHERE item = $0");
        _note = new Statement(connection, "INSERT INTO heeded (item, rank, first, distance, transform) VALUES ($0, $1, $2, $3, $4)");
        using Statement any = new(connection, "SELECT EXISTS (SELECT 1 FROM heeded)");
        _anyHeeded = any.Number() != 0;
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<Statement>)[_ofGroup, _ofItem, _heeded, _forget, _note])
        {
            statement.Dispose();
        }
    }

    internal VetoSides SidesOf(Sighting sighting) => _vetoes.SidesOf(sighting.Forms, sighting.Digests, _settings.Bounds);

    internal VetoSides SidesOfGroup(long opened) => SidesOf(_ofGroup, opened);

    /// <summary>What was found of an item, with the first items that a veto kept it from.</summary>
    internal SeenEvidence Complete(SeenEvidence evidence, long item)
    {
        if (!_anyHeeded)
        {
            return evidence;
        }

        List<FirstSighting> vetoed = [];
        using var row = _heeded.Rows(item);
        while (row.Read())
        {
            Cells heeded = new(row, "heeded", 0);
            Cells first = new(row, "item", 4);
            vetoed.Add(FormNumbers.Read(first.Text(1), heeded.Int(2, 0, Hash256.BitCount), heeded.Number(3, 0, FormNumbers.Most)) with { Number = heeded.Id(1) });
        }

        return evidence with { Vetoed = vetoed };
    }

    /// <summary>Whether a veto that came or went since makes what was found of an item another matter.</summary>
    internal bool IsOutdated(SeenEvidence evidence, VetoSides sides) =>
        (evidence.Nearest?.Number is { } nearest && !sides.IsEmpty && sides.AreApartFrom(SidesOf(_ofItem, nearest))) ||
        evidence.Vetoed.Any(first => !sides.AreApartFrom(SidesOf(_ofItem, first.Number ?? 0)));

    /// <summary>Notes which vetoes were heeded for an item.</summary>
    internal void Note(long item, IReadOnlyList<FirstSighting> vetoed)
    {
        if (!_anyHeeded && vetoed.Count == 0)
        {
            return;
        }

        _forget.Run(item);
        for (var rank = 0; rank < vetoed.Count; rank++)
        {
            _note.Run(item, rank, vetoed[rank].Number, vetoed[rank].Distance, FormNumbers.Of(vetoed[rank]));
            _anyHeeded = true;
        }
    }

    VetoSides SidesOf(Statement find, long number)
    {
        using var row = find.Rows(number);
        return row.Read() && ContentTable.Read(new Cells(row, "content", 0)).Content is var content
            ? _vetoes.SidesOf(content.Forms, content.Digests, _settings.Bounds)
            : default;
    }
}
