using HashMatch.Matching;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>Runs and their lists as they are read.</summary>
sealed class RunReader(SqliteConnection connection) : IDisposable
{
    readonly Statement _runs = new(connection, "SELECT id, started, finished, purpose FROM run ORDER BY id");
    readonly Statement _lists = new(connection, """
        SELECT name, version, role, entries, fingerprint FROM run_list JOIN list ON list.id = run_list.list
        WHERE run_list.run = $0 ORDER BY name, version, list.id
        """);

    public void Dispose()
    {
        _runs.Dispose();
        _lists.Dispose();
    }

    internal IEnumerable<LoggedRun> Read()
    {
        using var row = _runs.Rows();
        while (row.Read())
        {
            yield return new LoggedRun(row.GetInt64(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
                row.IsDBNull(2) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)), ListsOf(row.GetInt64(0)))
            {
                IsFeedback = row.GetString(3) == "feedback",
            };
        }
    }

    List<LoggedList> ListsOf(long run)
    {
        List<LoggedList> lists = [];
        using var row = _lists.Rows(run);
        while (row.Read())
        {
            var role = row.GetString(2) == Words.Of(ListRole.Known) ? ListRole.Known : ListRole.Ignore;
            lists.Add(new LoggedList(row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), role, row.GetInt64(3),
                Convert.ToHexStringLower(row.GetFieldValue<byte[]>(4))));
        }

        return lists;
    }
}
