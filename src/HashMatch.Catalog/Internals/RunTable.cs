using HashMatch.Matching;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>Runs, and the lists in force in each.</summary>
static class RunTable
{
    /// <summary>Begins a run; gives its number.</summary>
    internal static long Begin(SqliteConnection connection, IReadOnlyList<KnownList> lists, DateTimeOffset now)
    {
        using Statement insert = new(connection, "INSERT INTO run (started) VALUES ($0) RETURNING id");
        var run = insert.Number(now.ToUnixTimeMilliseconds());
        using Statement find = new(connection, "SELECT id FROM list WHERE fingerprint = $0");
        using Statement add = new(connection,
            "INSERT INTO list (fingerprint, name, version, role, radius, profile, entries) VALUES ($0, $1, $2, $3, $4, $5, $6) RETURNING id");
        using Statement inForce = new(connection, "INSERT OR IGNORE INTO run_list (run, list) VALUES ($0, $1)");
        foreach (var list in lists)
        {
            var fingerprint = list.ComputeFingerprint();
            var id = find.Value(fingerprint) ?? add.Value(fingerprint, list.Name, list.Version, Words.Of(list.Role), list.Radius,
                list.Profile, list.Entries.Count);
            inForce.Run(run, id);
        }

        return run;
    }

    /// <summary>Begins a run of a reviewer's; gives its number.</summary>
    internal static long BeginFeedback(SqliteConnection connection, DateTimeOffset now)
    {
        using Statement insert = new(connection, "INSERT INTO run (started, purpose) VALUES ($0, 'feedback') RETURNING id");
        return insert.Number(now.ToUnixTimeMilliseconds());
    }

    /// <summary>The first of the scans that make one with this run: what did not come to its end is gone on with.</summary>
    internal static long WindowOf(SqliteConnection connection, long run)
    {
        using Statement first = new(connection, """
            SELECT min(id) FROM run WHERE purpose = 'scan' AND id <= $0
                AND id > (SELECT coalesce(max(id), 0) FROM run WHERE purpose = 'scan' AND id < $0 AND finished IS NOT NULL)
            """);
        return first.Number(run);
    }

    internal static int Finish(SqliteConnection connection, long run, DateTimeOffset now)
    {
        using Statement finish = new(connection, "UPDATE run SET finished = $1 WHERE id = $0");
        return finish.Run(run, now.ToUnixTimeMilliseconds());
    }
}
