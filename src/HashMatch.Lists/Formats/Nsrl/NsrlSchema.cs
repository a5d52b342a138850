using Microsoft.Data.Sqlite;

namespace HashMatch.Lists.Formats.Nsrl;

/// <summary>Where an NSRL database keeps what is read of it.</summary>
sealed class NsrlSchema
{
    static readonly string[] s_tables = ["FILE", "METADATA"];
    static readonly string[] s_digests = ["sha256", "sha1", "md5"];

    /// <summary>What is kept beside the digests, where it is text.</summary>
    static readonly string[] s_kept = ["extension", "file_name"];

    readonly SqliteConnection _connection;

    internal NsrlSchema(SqliteConnection connection)
    {
        _connection = connection;
        connection.Open();
        // A database is a stranger's: its schema may call nothing, and what is wrong in its pages is found out.
        foreach (var pragma in (ReadOnlySpan<string>)["trusted_schema = OFF", "cell_size_check = ON", "query_only = ON"])
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // From the list above.
            command.CommandText = "PRAGMA " + pragma;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }
    }

    /// <summary>The table with the files' digests, and those of its columns that are read.</summary>
    /// <exception cref="ListFormatException">There is none.</exception>
    internal (string Table, List<string> Columns) FindFileTable()
    {
        foreach (var table in s_tables)
        {
            var columns = ColumnsOf(table);
            if (s_digests.Any(columns.Contains))
            {
                return (table, [.. s_digests.Concat(s_kept).Where(columns.Contains)]);
            }
        }

        throw new ListFormatException("The database has no table FILE or METADATA with sha256, sha1 or md5: it is not NSRL's.");
    }

    /// <summary>The version the database gives itself, or null.</summary>
    internal string? ReadVersion()
    {
        if (!ColumnsOf("VERSION").Contains("version"))
        {
            return null;
        }

        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT version FROM VERSION LIMIT 1";
        return command.ExecuteScalar() as string;
    }

    /// <summary>The names of an ordinary table's columns, in lower case; none for a view, a virtual table or nothing.</summary>
    HashSet<string> ColumnsOf(string table)
    {
        HashSet<string> columns = [];
        using var command = _connection.CreateCommand();
        command.CommandText =
            "SELECT lower(c.name) FROM sqlite_schema AS t, pragma_table_info(t.name) AS c " +
            "WHERE t.type = 'table' AND upper(t.name) = $table AND upper(t.sql) NOT LIKE 'CREATE VIRTUAL%'";
        command.Parameters.AddWithValue("$table", table);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            columns.Add(rows.GetString(0));
        }

        return columns;
    }
}
