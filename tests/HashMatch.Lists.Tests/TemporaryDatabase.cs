using Microsoft.Data.Sqlite;

namespace HashMatch.Lists.Tests;

/// <summary>A database in a file of its own, gone with it.</summary>
sealed class TemporaryDatabase : IDisposable
{
    internal string Path { get; } = System.IO.Path.GetTempFileName();

    public void Dispose() => File.Delete(Path);

    internal void Run(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own statements.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>Adds rows of texts to a table, in one transaction.</summary>
    internal void Insert(string table, IEnumerable<string?[]> rows)
    {
        using var connection = Connect();
        using var transaction = connection.BeginTransaction();
        foreach (var row in rows)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own statements.
            command.CommandText = $"INSERT INTO {table} VALUES ({string.Join(", ", row.Select((_, i) => $"$p{i}"))})";
#pragma warning restore CA2100
            for (var i = 0; i < row.Length; i++)
            {
                command.Parameters.AddWithValue($"$p{i}", (object?)row[i] ?? DBNull.Value);
            }

            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    internal ListReader Open() => ListReader.Open(Path, new ListReadOptions { Name = "x" });

    internal List<ListRow> Rows()
    {
        using var reader = Open();
        return ListTexts.Rows(reader);
    }

    SqliteConnection Connect()
    {
        SqliteConnection connection = new($"Data Source={Path};Pooling=False");
        connection.Open();
        return connection;
    }
}
