using HashMatch.Matching;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>Items as they are written.</summary>
sealed class ItemWriter : IDisposable
{
    /// <summary>What every sighting changes. A run counts once, however often it saw the item.</summary>
    const string Seen =
        "current = 1, modified = $1, sightings = sightings + (last_run <> $2), last_run = $2, source = coalesce($3, source), metadata = coalesce($4, metadata)";

    readonly SourceTable _sources;
    readonly Statement _insert;
    readonly Statement _decide;
    readonly Statement _see;
    readonly Statement _leave;

    internal ItemWriter(SqliteConnection connection)
    {
        _sources = new SourceTable(connection);
        _insert = new Statement(connection, """
            INSERT INTO item (id, place, path, content, current, modified, sightings, first_run, last_run, source, metadata, decision, opened, settled, same_bytes, nearest, distance, transform)
            VALUES ($0, $1, $2, $3, 1, $4, 1, $5, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            """);
        _decide = new Statement(connection, $"""
            UPDATE item SET {Seen}, decision = $5, opened = $6, settled = $7, same_bytes = $8, nearest = $9, distance = $10, transform = $11
            WHERE id = $0
            """);
        _see = new Statement(connection, $"UPDATE item SET {Seen} WHERE id = $0");
        _leave = new Statement(connection, "UPDATE item SET current = 0, modified = NULL WHERE place = $0 AND current = 1");
    }

    public void Dispose()
    {
        _sources.Dispose();
        _insert.Dispose();
        _decide.Dispose();
        _see.Dispose();
        _leave.Dispose();
    }

    internal void Insert(long number, CatalogItem item, long content, long run, long decision, long? opened, SeenEvidence? evidence) =>
        _insert.Run(number, item.Place, item.Path, content, item.Stamp?.Modified?.Ticks, run, _sources.IdOf(item.Source), MetadataOf(item), decision, opened,
            evidence is null ? 0 : 1, evidence?.SameBytes?.Number, evidence?.Nearest?.Number, evidence?.Nearest?.Distance, TransformOf(evidence));

    /// <summary>The item was decided otherwise than before.</summary>
    internal void Decide(long number, CatalogItem item, DateTime? modified, long run, long decision, long? opened, SeenEvidence? evidence) =>
        _decide.Run(number, modified?.Ticks, run, _sources.IdOf(item.Source), MetadataOf(item), decision, opened,
            evidence is null ? 0 : 1, evidence?.SameBytes?.Number, evidence?.Nearest?.Number, evidence?.Nearest?.Distance, TransformOf(evidence));

    /// <summary>The item was seen again, and nothing changed.</summary>
    internal void See(long number, CatalogItem item, DateTime? modified, long run) =>
        _see.Run(number, modified?.Ticks, run, _sources.IdOf(item.Source), MetadataOf(item));

    /// <summary>The place holds something else now.</summary>
    internal void Leave(string place) => _leave.Run(place);

    static string? MetadataOf(CatalogItem item) => item.Metadata is { } metadata ? MetadataText.Write(metadata) : null;

    static long? TransformOf(SeenEvidence? evidence) =>
        evidence?.Nearest is { } nearest ? FormNumbers.Of(nearest) : null;
}
