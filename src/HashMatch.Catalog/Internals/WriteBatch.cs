using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>What is written between two commits: wholly in the file or not at all. After a failure nothing more is.</summary>
sealed class WriteBatch(string path, SqliteConnection connection)
{
    /// <summary>Whether nothing has failed.</summary>
    internal bool IsUsable { get; private set; } = true;

    /// <summary>How many writes wait for the commit.</summary>
    internal int Pending { get; private set; }

    /// <summary>Adds one write, and begins the batch with the first.</summary>
    internal T Add<T>(Func<T> write) => Guard(() =>
    {
        if (Pending == 0)
        {
            Execute("BEGIN IMMEDIATE");
        }

        var result = write();
        Pending++;
        return result;
    });

    /// <summary>Returns when all is on the disk.</summary>
    internal void Commit()
    {
        if (Pending > 0)
        {
            Pending = Guard(() =>
            {
                Execute("COMMIT");
                return 0;
            });
        }
    }

    T Guard<T>(Func<T> work)
    {
        if (!IsUsable)
        {
            throw new InvalidOperationException("The catalogue failed before: dispose its writer.");
        }

        IsUsable = false;
        var result = CatalogException.Attempt(path, work);
        IsUsable = true;
        return result;
    }

    void Execute(string sql)
    {
        using Statement statement = new(connection, sql);
        statement.Run();
    }
}
