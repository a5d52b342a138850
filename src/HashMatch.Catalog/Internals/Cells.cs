using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>
/// The columns of one table in a row that is read, its number first. Each holds what this program writes there, or the row is
/// damaged: files come from elsewhere, and disks forget.
/// </summary>
/// <param name="row">The row.</param>
/// <param name="table">The table's name.</param>
/// <param name="first">Where its columns begin; their places are counted from there.</param>
readonly struct Cells(SqliteDataReader row, string table, int first)
{
    static readonly long s_earliest = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    static readonly long s_latest = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    internal bool IsNull(int column) => row.IsDBNull(first + column);

    internal long Number(int column, long least, long most) =>
        row.GetValue(first + column) is long number && number >= least && number <= most ? number : throw Damaged(column);

    /// <summary>What rows, decisions and places are numbered by.</summary>
    internal long Id(int column) => Number(column, 1, long.MaxValue);

    internal int Int(int column, int least, int most) => (int)Number(column, least, most);

    internal int? IntOrNull(int column, int least, int most) => IsNull(column) ? null : Int(column, least, most);

    internal bool Flag(int column) => Number(column, 0, 1) != 0;

    internal long? IdOrNull(int column) => row.GetValue(first + column) switch
    {
        DBNull => null,
        long number when number > 0 => number,
        _ => throw Damaged(column),
    };

    /// <summary>One of the words a closed set has.</summary>
    internal T Word<T>(int column)
        where T : struct, Enum => Words.Find<T>(Text(column)) ?? throw Damaged(column);

    internal DateTimeOffset Time(int column) => DateTimeOffset.FromUnixTimeMilliseconds(Number(column, s_earliest, s_latest));

    internal byte[] Bytes(int column) => row.GetValue(first + column) as byte[] ?? throw Damaged(column);

    internal byte[] Bytes(int column, int length) => Bytes(column) is var bytes && bytes.Length == length ? bytes : throw Damaged(column);

    internal string Text(int column) => row.GetValue(first + column) as string ?? throw Damaged(column);

    internal string? TextOrNull(int column) => row.GetValue(first + column) switch
    {
        DBNull => null,
        string text => text,
        _ => throw Damaged(column),
    };

    /// <summary>That the column holds what it cannot.</summary>
    internal CatalogException Damaged(int column) =>
        CatalogException.OfRow(table, row.GetValue(first) is long number ? number : 0, row.GetName(first + column));
}
