using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace HashMatch.Lists.Formats.Nsrl;

/// <summary>Where an NSRL database keeps what is read of it.</summary>
sealed class NsrlSchema
{
    static readonly string[] s_tables = ["FILE", "METADATA"];
    static readonly string[] s_digests = ["sha256", "sha1", "md5"];

    /// <summary>What is kept beside the digests, where it is text.</summary>
    static readonly string[] s_kept = ["extension", "file_name"];

    /// <summary>The longest text of the schema that is taken: the version.</summary>
    const int LongestVersion = 256;

    /// <summary>SQLite's numbers of what a connection allows.</summary>
    const int Triggers = 1003;
    const int Views = 1015;

    readonly SqliteConnection _connection;

    internal NsrlSchema(SqliteConnection connection)
    {
        _connection = connection;
        connection.Open();
        // A database is a stranger's: its schema may call nothing, and what is wrong in its pages is found out. Views are off
        // before the schema is looked at: telling tables apart makes SQLite compile every view, and a few that join one
        // another take it minutes.
        raw.sqlite3_db_config(connection.Handle, Triggers, 0, out _);
        raw.sqlite3_db_config(connection.Handle, Views, 0, out _);
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
        command.CommandText = "SELECT CASE WHEN octet_length(version) <= $longest THEN version END FROM main.VERSION LIMIT 1";
        command.Parameters.AddWithValue("$longest", LongestVersion);
        return command.ExecuteScalar() is string { Length: > 0 } version ? version : null;
    }

    /// <summary>The names of an ordinary table's stored columns, in lower case; none for a view, a virtual or shadow table, or nothing.</summary>
    HashSet<string> ColumnsOf(string table)
    {
        HashSet<string> columns = [];
        using var command = _connection.CreateCommand();
        // SQLite's own word for what a table is, not that of the schema's text; and columns that are computed are not listed.
        command.CommandText =
            "SELECT lower(c.name) FROM pragma_table_list AS t, pragma_table_info(t.name, 'main') AS c " +
            "WHERE t.schema = 'main' AND t.type = 'table' AND upper(t.name) = $table";
        command.Parameters.AddWithValue("$table", table);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            columns.Add(rows.GetString(0));
        }

        return columns;
    }
}
