using HashMatch.Matching;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>One statement, prepared once; its parameters are <c>$0</c>, <c>$1</c>, … in the order of the values.</summary>
sealed class Statement : IDisposable
{
    readonly SqliteCommand _command;

    internal Statement(SqliteConnection connection, string sql)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
    }

    public void Dispose() => _command.Dispose();

    /// <summary>Runs it; gives the number of rows changed.</summary>
    internal int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteNonQuery();
    }

    /// <summary>The first value of the first row; null without any.</summary>
    internal object? Value(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    /// <summary>That value as a number, 0 without any.</summary>
    internal long Number(params ReadOnlySpan<object?> values) => Value(values) is long number ? number : 0;

    /// <summary>The largest number of a table's rows, 0 without any.</summary>
    internal static long LastId(SqliteConnection connection, string table)
    {
        using Statement last = new(connection, $"SELECT max(id) FROM {table}");
        // Each has a decision of its own, and of these there are no more.
        var id = last.Number();
        return id is >= 0 and <= GroupIndex.MostGroups ? id : throw CatalogException.OfRow(table, id, "id");
    }

    /// <summary>The rows; dispose the reader.</summary>
    internal SqliteDataReader Rows(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteReader();
    }

    void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (i == _command.Parameters.Count)
            {
                _command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
            }

            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }
}
