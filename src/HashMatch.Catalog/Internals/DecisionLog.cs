using HashMatch.Matching;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>The log of decisions: added to, never changed.</summary>
sealed class DecisionLog : IDisposable
{
    readonly Statement _append;
    readonly Statement _failure;
    readonly Statement _setFailure;
    readonly Statement _clearFailure;
    readonly TimeProvider _clock;
    byte[] _link;

    internal DecisionLog(SqliteConnection connection, byte[] catalogId, TimeProvider clock)
    {
        _clock = clock;
        using Statement last = new(connection, "SELECT seq, link FROM decision ORDER BY seq DESC LIMIT 1");
        using var row = last.Rows();
        Cells cells = new(row, "decision", 0);
        (Last, _link) = row.Read() ? (cells.Number(0, 1, GroupIndex.MostGroups), cells.Bytes(1, DecisionChain.LinkLength)) : (0, DecisionChain.Start(catalogId));
        _append = new Statement(connection, "INSERT INTO decision (seq, run, at, place, evidence, link) VALUES ($0, $1, $2, $3, $4, $5)");
        _failure = new Statement(connection, "SELECT evidence FROM failure JOIN decision ON decision.seq = failure.decision WHERE failure.place = $0");
        _setFailure = new Statement(connection, "INSERT INTO failure (place, decision) VALUES ($0, $1) ON CONFLICT (place) DO UPDATE SET decision = $1");
        _clearFailure = new Statement(connection, "DELETE FROM failure WHERE place = $0");
    }

    /// <summary>The number of the last decision, 0 without any.</summary>
    internal long Last { get; private set; }

    /// <summary>When the last decision was added, to the millisecond; of no meaning before one was.</summary>
    internal DateTimeOffset LastAt { get; private set; }

    /// <summary>The link of the last decision.</summary>
    internal ReadOnlySpan<byte> Head => _link;

    public void Dispose()
    {
        _append.Dispose();
        _failure.Dispose();
        _setFailure.Dispose();
        _clearFailure.Dispose();
    }

    internal long Append(long run, string place, string evidence)
    {
        // Groups are numbered by decisions, and there are no more of them.
        if (Last == GroupIndex.MostGroups)
        {
            throw CatalogException.OfFull(Last);
        }

        var at = _clock.GetUtcNow().ToUnixTimeMilliseconds();
        _link = DecisionChain.Next(_link, ++Last, run, at, place, evidence);
        LastAt = DateTimeOffset.FromUnixTimeMilliseconds(at);
        _append.Run(Last, run, at, place, evidence, _link);
        return Last;
    }

    /// <summary>Notes that a place could not be read, unless that is what is noted already.</summary>
    internal void Fail(long run, string place, string evidence)
    {
        if (_failure.Value(place) as string != evidence)
        {
            _setFailure.Run(place, Append(run, place, evidence));
        }
    }

    /// <summary>The place could be read; says whether it could not before.</summary>
    internal bool Recover(string place) => _clearFailure.Run(place) > 0;
}
