using HashMatch.Matching;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>Items as they are written.</summary>
sealed class ItemWriter : IDisposable
{
    readonly Statement _insert;
    readonly Statement _decide;
    readonly Statement _see;
    readonly Statement _leave;

    internal ItemWriter(SqliteConnection connection)
    {
        _insert = new Statement(connection, """
            INSERT INTO item (id, place, path, content, current, modified, first_run, last_run, decision, opened, settled, same_bytes, nearest, distance, transform)
            VALUES ($0, $1, $2, $3, 1, $4, $5, $5, $6, $7, $8, $9, $10, $11, $12)
            """);
        _decide = new Statement(connection, """
            UPDATE item SET current = 1, modified = $1, last_run = $2, decision = $3, opened = $4, settled = $5, same_bytes = $6, nearest = $7, distance = $8, transform = $9
            WHERE id = $0
            """);
        _see = new Statement(connection, "UPDATE item SET current = 1, modified = $1, last_run = $2 WHERE id = $0");
        _leave = new Statement(connection, "UPDATE item SET current = 0, modified = NULL WHERE place = $0 AND current = 1");
    }

    public void Dispose()
    {
        _insert.Dispose();
        _decide.Dispose();
        _see.Dispose();
        _leave.Dispose();
    }

    internal void Insert(long number, CatalogItem item, long content, long run, long decision, long? opened, SeenEvidence? evidence) =>
        _insert.Run(number, item.Place, item.Path, content, item.Stamp?.Modified?.Ticks, run, decision, opened,
            evidence is null ? 0 : 1, evidence?.SameBytes?.Number, evidence?.Nearest?.Number, evidence?.Nearest?.Distance, TransformOf(evidence));

    /// <summary>The item was decided otherwise than before.</summary>
    internal void Decide(long number, DateTime? modified, long run, long decision, long? opened, SeenEvidence? evidence) =>
        _decide.Run(number, modified?.Ticks, run, decision, opened,
            evidence is null ? 0 : 1, evidence?.SameBytes?.Number, evidence?.Nearest?.Number, evidence?.Nearest?.Distance, TransformOf(evidence));

    /// <summary>The item was seen again, and nothing changed.</summary>
    internal void See(long number, DateTime? modified, long run) => _see.Run(number, modified?.Ticks, run);

    /// <summary>The place holds something else now.</summary>
    internal void Leave(string place) => _leave.Run(place);

    static long? TransformOf(SeenEvidence? evidence) =>
        evidence?.Nearest is { } nearest ? FormNumbers.Of(nearest) : null;
}
