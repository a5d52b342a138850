using System.Security.Cryptography;
using HashMatch.Matching;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>Runs and their lists as they are read.</summary>
sealed class RunReader(SqliteConnection connection) : IDisposable
{
    readonly Statement _runs = new(connection, "SELECT id, started, finished, purpose FROM run ORDER BY id");
    readonly Statement _lists = new(connection, """
        SELECT list.id, name, version, role, entries, fingerprint FROM run_list JOIN list ON list.id = run_list.list
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
            Cells run = new(row, "run", 0);
            yield return new LoggedRun(run.Id(0), run.Time(1), run.IsNull(2) ? null : run.Time(2), ListsOf(run.Id(0)))
            {
                IsFeedback = run.Text(3) == "feedback",
            };
        }
    }

    List<LoggedList> ListsOf(long run)
    {
        List<LoggedList> lists = [];
        using var row = _lists.Rows(run);
        while (row.Read())
        {
            Cells list = new(row, "list", 0);
            lists.Add(new LoggedList(list.Text(1), list.TextOrNull(2), list.Word<ListRole>(3), list.Number(4, 0, long.MaxValue),
                Convert.ToHexStringLower(list.Bytes(5, SHA256.HashSizeInBytes))));
        }

        return lists;
    }
}
