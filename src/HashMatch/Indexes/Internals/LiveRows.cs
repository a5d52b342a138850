using HashMatch.Hashes;

namespace HashMatch.Indexes.Internals;

/// <summary>Hashes with their ids, in the one order segments and files keep: by id, then by hash.</summary>
sealed record LiveRows<THash>(THash[] Codes, int[] Ids)
    where THash : struct, IHash<THash>
{
    /// <summary>The hashes given, in order.</summary>
    public static LiveRows<THash> Of(ReadOnlySpan<THash> codes, ReadOnlySpan<int> ids)
    {
        if (IsAscending(ids))
        {
            return new LiveRows<THash>(codes.ToArray(), ids.ToArray());
        }

        var rows = new (int Id, THash Code)[ids.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = (ids[row], codes[row]);
        }

        Array.Sort(rows);
        return new LiveRows<THash>(Array.ConvertAll(rows, row => row.Code), Array.ConvertAll(rows, row => row.Id));
    }

    /// <summary>All rows of the parts but those removed by one of the first removals.</summary>
    public static LiveRows<THash> Of(IEnumerable<IndexPart<THash>> parts, ulong removals) =>
        Of(parts.Select(part => (part, part.RowCount)), removals);

    /// <summary>The first rows of the parts but those removed by one of the first removals.</summary>
    public static LiveRows<THash> Of(IEnumerable<(IndexPart<THash> Part, int Rows)> parts, ulong removals)
    {
        (IndexPart<THash> Part, int Rows)[] all = [.. parts];
        var rows = checked(all.Sum(part => part.Rows));
        var codes = new THash[rows];
        var ids = new int[rows];
        var count = 0;
        foreach (var (part, partRows) in all)
        {
            count += part.CopyLive(codes.AsSpan(count, partRows), ids.AsSpan(count, partRows), removals);
        }

        return count == rows && IsAscending(ids)
            ? new LiveRows<THash>(codes, ids)
            : Of(codes.AsSpan(0, count), ids.AsSpan(0, count));
    }

    static bool IsAscending(ReadOnlySpan<int> ids)
    {
        for (var i = 1; i < ids.Length; i++)
        {
            if (ids[i - 1] >= ids[i])
            {
                return false;
            }
        }

        return true;
    }
}
