using System.Diagnostics.CodeAnalysis;
using HashMatch.Hashes;
using HashMatch.Matching;
using Microsoft.Data.Sqlite;

namespace HashMatch.Lists.Formats.Nsrl;

/// <summary>NSRL RDS version 3: the file hashes of an SQLite database, opened for reading alone.</summary>
/// <remarks>
/// Only ordinary tables are read, never views, so that a database cannot bring a query of its own, and of them no more
/// rows than the file has room for, so that pages linked in circles end.
/// </remarks>
sealed class NsrlDatabaseReader : ListReader
{
    static readonly (string Column, DigestKind Kind)[] s_digests =
        [("sha256", DigestKind.Sha256), ("sha1", DigestKind.Sha1), ("md5", DigestKind.Md5)];

    /// <summary>The longest cell in bytes; a longer one is not loaded.</summary>
    const int LongestCell = 1 << 16;

    /// <summary>Bytes that any row takes at least: its place on the page, its length and its key.</summary>
    const int LeastRowBytes = 4;

    readonly SqliteConnection _connection;
    readonly SqliteCommand _command;
    readonly SqliteDataReader _rows;
    readonly List<string> _columns;
    readonly EntryBuilder _entry = new();
    readonly long _mostRows;
    long _row;

    internal NsrlDatabaseReader(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"Could not find file '{path}'.");
        }

        _mostRows = new FileInfo(path).Length / LeastRowBytes;
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            NsrlSchema schema = new(_connection);
            (var table, _columns) = schema.FindFileTable();
            Header = Header with { Role = ListRole.Ignore, Version = schema.ReadVersion() };
            _command = _connection.CreateCommand();
#pragma warning disable CA2100 // The names are those of our own table of columns and of the two tables we know.
            _command.CommandText = $"SELECT {string.Join(", ", _columns.Select(name => $"CASE WHEN octet_length({name}) > {LongestCell} THEN 0 ELSE {name} END"))} FROM main.{table}";
#pragma warning restore CA2100
            _rows = _command.ExecuteReader();
        }
        catch (SqliteException exception)
        {
            _connection.Dispose();
            throw Broken(exception);
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    public override ListFormat Format => ListFormat.NsrlDatabase;

    private protected override bool TryReadRow(out ListRow row)
    {
        row = default;
        try
        {
            if (!_rows.Read())
            {
                return false;
            }

            ListPlace place = new(ListPlaceUnit.Record, ++_row);
            if (_row > _mostRows)
            {
                throw new ListFormatException("The database has more rows than its file has room for: its pages are linked in circles.");
            }

            row = TryReadEntry(out var entry, out var reason) ? new ListRow(place, entry) : new ListRow(place, reason);
            return true;
        }
        catch (SqliteException exception)
        {
            throw Broken(exception);
        }
    }

    private protected override void Dispose(bool disposing)
    {
        _rows.Dispose();
        _command.Dispose();
        _connection.Dispose();
        base.Dispose(disposing);
    }

    bool TryReadEntry([NotNullWhen(true)] out ListEntry? entry, [NotNullWhen(false)] out string? reason)
    {
        entry = null;
        _entry.Clear();
        for (var i = 0; i < _columns.Count; i++)
        {
            if (_rows.IsDBNull(i))
            {
                continue;
            }

            if (_rows.GetFieldValue<object>(i) is not string text)
            {
                reason = $"The column '{_columns[i]}' holds no text, or one longer than {LongestCell} bytes.";
                return false;
            }

            var digest = Array.Find(s_digests, digest => digest.Column == _columns[i]);
            if (digest.Column is null)
            {
                _entry.Extra.Add(_columns[i], text);
            }
            else if (text.Length > 0 && !_entry.TryAddDigest(digest.Kind, text, digest.Column, out reason))
            {
                return false;
            }
        }

        entry = _entry.Build();
        reason = entry is null ? "The row has no digest." : null;
        return reason is null;
    }

    static ListFormatException Broken(SqliteException exception) =>
        new($"The database could not be read as NSRL's (SQLite error {exception.SqliteErrorCode}).", exception);
}
