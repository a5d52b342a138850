using HashMatch.Matching;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>Items as they are read: by place, by place and content, all of them.</summary>
sealed class ItemTable : IDisposable
{
    const string Select = $"""
        SELECT {ContentTable.Columns},
            item.id, item.place, item.path, item.current, item.modified, item.opened, item.settled, decision.evidence,
            item.same_bytes, same.path, item.nearest, near.path, item.distance, item.transform
        FROM item
            JOIN content ON content.id = item.content
            JOIN decision ON decision.seq = item.decision
            LEFT JOIN item AS same ON same.id = item.same_bytes
            LEFT JOIN item AS near ON near.id = item.nearest
        """;

    const int Own = ContentTable.ColumnCount;

    readonly Statement _ofPlace;
    readonly Statement _ofPlaceAndContent;
    readonly Statement _all;
    readonly Statement _firstOfContent;
    readonly Statement _firstOfGroup;

    internal ItemTable(SqliteConnection connection)
    {
        _ofPlace = new Statement(connection, Select + " WHERE item.place = $0 AND item.current = 1");
        _ofPlaceAndContent = new Statement(connection, Select + " WHERE item.place = $0 AND item.content = $1");
        _all = new Statement(connection, Select + " WHERE item.current = 1 AND NOT (item.place >= 'report://' AND item.place < 'report:/0') ORDER BY item.place");
        _firstOfContent = new Statement(connection,
            "SELECT id, path FROM item WHERE content = $0 AND opened IS NOT NULL ORDER BY opened LIMIT 1");
        _firstOfGroup = new Statement(connection, "SELECT id, path FROM item WHERE opened = $0");
    }

    public void Dispose()
    {
        _ofPlace.Dispose();
        _ofPlaceAndContent.Dispose();
        _all.Dispose();
        _firstOfContent.Dispose();
        _firstOfGroup.Dispose();
    }

    /// <summary>What the place held when it was last looked at.</summary>
    internal RememberedItem? Find(string place)
    {
        using var row = _ofPlace.Rows(place);
        return row.Read() ? Read(row) : null;
    }

    internal RememberedItem? Find(string place, long content)
    {
        using var row = _ofPlaceAndContent.Rows(place, content);
        return row.Read() ? Read(row) : null;
    }

    /// <summary>Every item that its place held when it was last looked at, by place, but for those of reports.</summary>
    internal IEnumerable<RememberedItem> Current()
    {
        using var row = _all.Rows();
        while (row.Read())
        {
            yield return Read(row);
        }
    }

    /// <summary>The first item of a group that has this content.</summary>
    internal FirstSighting? FirstOfContent(long content) => First(_firstOfContent.Rows(content), default);

    /// <summary>The item that opened a group.</summary>
    internal FirstSighting? FirstOfGroup(GroupHit group) => First(_firstOfGroup.Rows(group.Group), group);

    static FirstSighting? First(SqliteDataReader reader, GroupHit hit)
    {
        using var row = reader;
        return row.Read() ? new FirstSighting(row.GetString(1), hit.Distance, hit.Transform, hit.Trimmed) { Number = row.GetInt64(0) } : null;
    }

    static RememberedItem Read(SqliteDataReader row)
    {
        FirstSighting? same = row.IsDBNull(Own + 8) ? null : new(row.GetString(Own + 9), 0) { Number = row.GetInt64(Own + 8) };
        FirstSighting? near = row.IsDBNull(Own + 10) ? null
            : FormNumbers.Read(row.GetString(Own + 11), row.GetInt32(Own + 12), row.GetInt64(Own + 13)) with { Number = row.GetInt64(Own + 10) };
        return new RememberedItem
        {
            ContentNumber = row.GetInt64(0),
            Content = ContentTable.Read(row, 0),
            Number = row.GetInt64(Own),
            Place = row.GetString(Own + 1),
            Path = row.GetString(Own + 2),
            IsCurrent = row.GetInt64(Own + 3) != 0,
            Modified = row.IsDBNull(Own + 4) ? null : new DateTime(row.GetInt64(Own + 4), DateTimeKind.Utc),
            Opened = row.IsDBNull(Own + 5) ? null : row.GetInt64(Own + 5),
            Evidence = row.GetInt64(Own + 6) != 0 ? new SeenEvidence(same, near) : null,
            Decision = row.GetString(Own + 7),
        };
    }
}
