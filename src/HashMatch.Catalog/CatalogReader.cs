using System.Globalization;
using HashMatch.Catalog.Internals;
using HashMatch.Catalog.Triage;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog;

/// <summary>Reads a catalogue, beside its writer or without one. It changes nothing.</summary>
/// <remarks>
/// Everything one reader gives is of one moment, that of its opening. Use it from one thread; any number of readers may be
/// open.
/// </remarks>
public sealed class CatalogReader : IDisposable
{
    readonly string _path;
    readonly SqliteConnection _connection;
    readonly CatalogRow _catalog;

    CatalogReader(string path)
    {
        _path = path;
        _connection = CatalogDatabase.OpenToRead(path);
        try
        {
            // The first read within it fixes the moment.
            Value("BEGIN");
            _catalog = CatalogRow.Require(_connection, path);
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    /// <summary>What it was made for.</summary>
    public CatalogSettings Settings => _catalog.Settings;

    /// <summary>What reviewers decided, and how well lists did by it.</summary>
    public CatalogFeedback Feedback => new(_path, _connection);

    /// <summary>The reports it holds.</summary>
    public CatalogReports Reports => new(_path, _connection);

    /// <summary>Opens a catalogue to read.</summary>
    /// <exception cref="CatalogException">It is missing, is no catalogue, is damaged or of another version.</exception>
    public static CatalogReader Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return CatalogException.Attempt(path, () => new CatalogReader(CatalogFiles.Resolve(path)));
    }

    /// <summary>What it holds.</summary>
    /// <exception cref="CatalogException">It could not be read.</exception>
    public CatalogInfo ReadInfo() => CatalogException.Attempt(_path, () => new CatalogInfo
    {
        Version = (int)Number("PRAGMA user_version"),
        Settings = _catalog.Settings,
        Items = Number("SELECT count(*) FROM item"),
        Contents = Number("SELECT count(*) FROM content"),
        Groups = Number("SELECT count(*) FROM item WHERE opened IS NOT NULL"),
        Failures = Number("SELECT count(*) FROM failure"),
        Runs = Number("SELECT count(*) FROM run"),
        Lists = Number("SELECT count(*) FROM list"),
        Decisions = Number("SELECT coalesce(max(seq), 0) FROM decision"),
        Feedback = Number("SELECT count(*) FROM feedback"),
        Vetoes = CatalogFeedback.CountVetoes(_connection),
        Quarantined = Number("SELECT count(*) FROM entry WHERE quarantine IS NOT NULL"),
        Reports = Number("SELECT count(*) FROM report"),
        ReportItems = Number("SELECT count(*) FROM report JOIN report_item ON report_item.revision = report.revision"),
        FollowUps = Number("SELECT count(*) FROM follow_up"),
        Head = Convert.ToHexStringLower(Value("SELECT link FROM decision ORDER BY seq DESC LIMIT 1") as byte[] ?? DecisionChain.Start(_catalog.Id)),
    });

    /// <summary>What the places held when they were last looked at, by place; those of reports are not among them.</summary>
    /// <remarks>While it is enumerated it throws <see cref="CatalogException"/> where the catalogue cannot be read.</remarks>
    public IEnumerable<RememberedItem> ReadItems() => Guarded(() => new ItemTable(_connection), items => items.Current());

    /// <summary>The log of decisions, in its order.</summary>
    /// <remarks>While it is enumerated it throws <see cref="CatalogException"/> where the catalogue cannot be read.</remarks>
    public IEnumerable<LoggedDecision> ReadDecisions() => Guarded(
        OpenLog, log => Decisions(log, isShown: true));

    /// <summary>The runs, each with the lists in force.</summary>
    /// <remarks>While it is enumerated it throws <see cref="CatalogException"/> where the catalogue cannot be read.</remarks>
    public IEnumerable<LoggedRun> ReadRuns() => Guarded(() => new RunReader(_connection), runs => runs.Read());

    /// <summary>Looks the whole catalogue through: the file's structure, references between rows, and the log link by link.</summary>
    /// <exception cref="CatalogException">Something is not as it was written; the message says what.</exception>
    public CatalogInfo Verify() => CatalogException.Attempt(_path, () =>
    {
        if (Value("PRAGMA integrity_check(1)") is not "ok")
        {
            throw CatalogException.OfDamage("its structure contradicts itself");
        }

        if (Value("PRAGMA foreign_key_check") is { } table)
        {
            throw CatalogException.OfDamage($"a row of '{table}' refers to a row that is not there");
        }

        VerifyLog();
        if (!Feedback.IsWhole())
        {
            throw CatalogException.OfDamage("feedback that was logged is missing");
        }

        if (!Reports.IsWhole())
        {
            throw CatalogException.OfDamage("a report or a follow-up that was logged is missing");
        }

        return ReadInfo() with { IsVerified = true };
    });

    /// <summary>Closes it.</summary>
    public void Dispose() => _connection.Dispose();

    void VerifyLog()
    {
        var link = DecisionChain.Start(_catalog.Id);
        long last = 0;
        using var log = OpenLog();
        foreach (var entry in Decisions(log, isShown: false))
        {
            link = DecisionChain.Next(link, ++last, entry.Run, entry.At.ToUnixTimeMilliseconds(), entry.Place, entry.Evidence);
            if (entry.Number != last || Convert.ToHexStringLower(link) != entry.Link)
            {
                throw CatalogException.OfDamage(string.Create(CultureInfo.InvariantCulture, $"decision {entry.Number} of the log, or one before it, was changed or removed"));
            }
        }

        // The log alone cannot tell that its end is gone; the items that were decided there can.
        var most = Math.Max(Number("SELECT max(decision) FROM item"), Number("SELECT max(decision) FROM failure"));
        if (most > last)
        {
            throw CatalogException.OfDamage("the end of the log is missing");
        }
    }

    Statement OpenLog() => new(_connection, DecisionRow.Select + " ORDER BY seq");

    /// <param name="log">The statement.</param>
    /// <param name="isShown">Whether others rely on what an entry says; the links prove more than its form.</param>
    static IEnumerable<LoggedDecision> Decisions(Statement log, bool isShown)
    {
        using var row = log.Rows();
        while (row.Read())
        {
            Cells entry = new(row, "decision", 0);
            var decision = DecisionRow.Read(entry);
            if (isShown && JsonText.Read(decision.Evidence) is null)
            {
                throw entry.Damaged(4);
            }

            yield return decision;
        }
    }

    IEnumerable<T> Guarded<TTable, T>(Func<TTable> open, Func<TTable, IEnumerable<T>> read)
        where TTable : IDisposable
    {
        using var table = CatalogException.Attempt(_path, open);
        using var rows = read(table).GetEnumerator();
        while (CatalogException.Attempt(_path, rows.MoveNext))
        {
            yield return rows.Current;
        }
    }

    long Number(string sql) => Value(sql) is long number ? number : 0;

    object? Value(string sql)
    {
        using Statement statement = new(_connection, sql);
        return statement.Value();
    }
}
