using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>Opens the file: known to be a catalogue of a version this program reads, and set up to keep what is committed.</summary>
/// <remarks>
/// With a write-ahead log and <c>synchronous = FULL</c> a commit returns when its log is on the disk: power may fail
/// then. Readers see the latest commit and never wait.
/// </remarks>
static class CatalogDatabase
{
    const int BusySeconds = 5;

    internal static SqliteConnection OpenToWrite(string path)
    {
        if (!File.Exists(path))
        {
            OwnerOnly.Create(path, FileMode.OpenOrCreate, FileShare.ReadWrite).Dispose();
        }

        var connection = Connect(path, SqliteOpenMode.ReadWrite);
        try
        {
            var version = Check(connection, path, mayBeNew: true);
            Set(connection, "PRAGMA journal_mode = WAL");
            Set(connection, "PRAGMA synchronous = FULL");
            Set(connection, "PRAGMA foreign_keys = ON");
            // Of the log's 4 KB pages: it is brought into the file when 32 MB are reached.
            Set(connection, "PRAGMA wal_autocheckpoint = 8192");
            Migrations.Apply(connection, version, Migrations.Steps);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    internal static SqliteConnection OpenToRead(string path)
    {
        if (!File.Exists(path))
        {
            throw new CatalogException($"there is no catalogue '{path}'.");
        }

        var connection = Connect(path, SqliteOpenMode.ReadOnly);
        try
        {
            if (Check(connection, path, mayBeNew: false) < Migrations.Steps.Count)
            {
                throw new CatalogException($"the catalogue '{path}' is of an older version: a 'scan' with it brings it to this one.");
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        SqliteConnection connection = new(new SqliteConnectionStringBuilder
        {
            // Absolute, so that no name is taken for one of SQLite's own, such as ":memory:".
            DataSource = Path.GetFullPath(path),
            Mode = mode,
            Pooling = false,
            DefaultTimeout = BusySeconds,
        }.ToString());
        try
        {
            connection.Open();
            // A file from elsewhere may bring views and triggers of its own: they get no more rights than ours need.
            Set(connection, "PRAGMA trusted_schema = OFF");
            Set(connection, "PRAGMA cell_size_check = ON");
            Set(connection, "PRAGMA cache_size = -65536");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The version of its schema, 0 for a file that is still empty.</summary>
    static long Check(SqliteConnection connection, string path, bool mayBeNew)
    {
        var application = Number(connection, "PRAGMA application_id");
        var version = Number(connection, "PRAGMA user_version");
        if (mayBeNew && application == 0 && version == 0 && Number(connection, "SELECT count(*) FROM sqlite_schema") == 0)
        {
            return 0;
        }

        if (application != Migrations.ApplicationId || version < 1)
        {
            throw new CatalogException($"'{path}' is not a catalogue.");
        }

        return version <= Migrations.Steps.Count ? version : throw new CatalogException(
            $"the catalogue '{path}' is of version {version}, and this program knows versions up to {Migrations.Steps.Count}: use a newer one.");
    }

    static long Number(SqliteConnection connection, string sql)
    {
        using Statement statement = new(connection, sql);
        return statement.Number();
    }

    static void Set(SqliteConnection connection, string sql)
    {
        using Statement statement = new(connection, sql);
        statement.Value();
    }
}
