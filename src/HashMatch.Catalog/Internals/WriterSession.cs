using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>A catalogue opened to write: the lock, the connection, and what is written between two commits.</summary>
sealed class WriterSession : IDisposable
{
    readonly WriterLock _lock;

    internal WriterSession(string path)
    {
        Path = path;
        _lock = new WriterLock(path);
        try
        {
            Connection = CatalogDatabase.OpenToWrite(path);
        }
        catch
        {
            _lock.Dispose();
            throw;
        }

        Batch = new WriteBatch(path, Connection);
    }

    /// <summary>The catalogue's file.</summary>
    internal string Path { get; }

    internal SqliteConnection Connection { get; }

    internal WriteBatch Batch { get; }

    /// <summary>Closes the catalogue; what was not committed is rolled back.</summary>
    public void Dispose()
    {
        try
        {
            Connection.Dispose();
        }
        finally
        {
            _lock.Dispose();
        }
    }
}
