using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>Where items come from: names, each kept once.</summary>
sealed class SourceTable(SqliteConnection connection) : IDisposable
{
    readonly Statement _find = new(connection, "SELECT id FROM source WHERE name = $0");
    readonly Statement _add = new(connection, "INSERT INTO source (name) VALUES ($0) RETURNING id");
    readonly Dictionary<string, long> _known = new(StringComparer.Ordinal);

    public void Dispose()
    {
        _find.Dispose();
        _add.Dispose();
    }

    /// <summary>The number of a name; a new one is added. Null for null.</summary>
    internal long? IdOf(string? name)
    {
        if (name is null)
        {
            return null;
        }

        if (!_known.TryGetValue(name, out var id))
        {
            _known[name] = id = _find.Value(name) as long? ?? _add.Number(name);
        }

        return id;
    }
}
