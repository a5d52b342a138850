using System.Collections.ObjectModel;
using HashMatch.Hashes;
using HashMatch.Matching;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>Items as they are read: by place, by place and content, all of them.</summary>
sealed class ItemTable : IDisposable
{
    const string Select = $"""
        SELECT {ContentTable.Columns},
            item.id, item.place, item.path, item.current, item.modified, item.opened, item.settled, item.same_bytes, item.nearest,
            item.distance, item.transform, item.sightings, item.metadata, decision.evidence, same.path, near.path, source.name,
            first.started, last.started, item.decision
        FROM item
            JOIN content ON content.id = item.content
            JOIN decision ON decision.seq = item.decision
            JOIN run AS first ON first.id = item.first_run
            JOIN run AS last ON last.id = item.last_run
            LEFT JOIN source ON source.id = item.source
            LEFT JOIN item AS same ON same.id = item.same_bytes
            LEFT JOIN item AS near ON near.id = item.nearest
        """;

    /// <summary>By the index of version 6: a content may have more copies than can be looked through.</summary>
    internal const string FirstOfContentText = "SELECT id, path FROM item WHERE content = $0 AND opened < $1 ORDER BY opened LIMIT 1";

    readonly Statement _ofPlace;
    readonly Statement _ofPlaceAndContent;
    readonly Statement _all;
    readonly Statement _isStill;
    readonly Statement _firstOfContent;
    readonly Statement _firstOfGroup;

    internal ItemTable(SqliteConnection connection)
    {
        _ofPlace = new Statement(connection, Select + " WHERE item.place = $0 AND item.current = 1");
        _ofPlaceAndContent = new Statement(connection, Select + " WHERE item.place = $0 AND item.content = $1");
        _all = new Statement(connection, Select + " WHERE item.current = 1 AND NOT (item.place >= 'report://' AND item.place < 'report:/0') ORDER BY item.place");
        _isStill = new Statement(connection, "SELECT 1 FROM item WHERE id = $0 AND place = $1 AND content = $2 AND decision = $3 AND current = $4");
        _firstOfContent = new Statement(connection, FirstOfContentText);
        _firstOfGroup = new Statement(connection, "SELECT id, path FROM item WHERE opened = $0");
    }

    public void Dispose()
    {
        _ofPlace.Dispose();
        _ofPlaceAndContent.Dispose();
        _all.Dispose();
        _isStill.Dispose();
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

    /// <summary>Whether an item is as it was remembered: it may have been decided anew since.</summary>
    internal bool IsStill(RememberedItem item) =>
        _isStill.Number(item.Number, item.Place, item.ContentNumber, item.DecisionNumber, item.IsCurrent ? 1 : 0) == 1;

    /// <summary>Every item that its place held when it was last looked at, by place, but for those of reports.</summary>
    internal IEnumerable<RememberedItem> Current()
    {
        using var row = _all.Rows();
        while (row.Read())
        {
            yield return Read(row);
        }
    }

    /// <summary>The first item of a group that has this content, among the groups opened before a decision.</summary>
    internal FirstSighting? FirstOfContent(long content, long before) => First(_firstOfContent.Rows(content, before), default);

    /// <summary>The item that opened a group.</summary>
    internal FirstSighting? FirstOfGroup(GroupHit group) => First(_firstOfGroup.Rows(group.Group), group);

    static FirstSighting? First(SqliteDataReader reader, GroupHit hit)
    {
        using var row = reader;
        Cells item = new(row, "item", 0);
        return row.Read() ? new FirstSighting(item.Text(1), hit.Distance, hit.Transform, hit.Trimmed) { Number = item.Id(0) } : null;
    }

    static RememberedItem Read(SqliteDataReader row)
    {
        var (content, made) = ContentTable.Read(new Cells(row, "content", 0));
        Cells item = new(row, "item", ContentTable.ColumnCount);
        FirstSighting? same = item.IsNull(7) ? null : new(item.Text(14), 0) { Number = item.Id(7) };
        FirstSighting? near = item.IsNull(8) ? null
            : FormNumbers.Read(item.Text(15), item.Int(9, 0, Hash256.BitCount), item.Number(10, 0, FormNumbers.Most)) with { Number = item.Id(8) };
        return new RememberedItem
        {
            ContentNumber = content,
            Content = made,
            Number = item.Id(0),
            Place = item.Text(1),
            Path = item.Text(2),
            IsCurrent = item.Flag(3),
            Modified = item.IsNull(4) ? null : new DateTime(item.Number(4, 0, DateTime.MaxValue.Ticks), DateTimeKind.Utc),
            Opened = item.IsNull(5) ? null : item.Id(5),
            Evidence = item.Flag(6) ? new SeenEvidence(same, near) : null,
            Sightings = item.Id(11),
            Metadata = item.IsNull(12) ? ReadOnlyDictionary<string, string>.Empty : MetadataText.Read(item.Text(12)) ?? throw item.Damaged(12),
            Decision = item.Text(13),
            Source = item.TextOrNull(16),
            FirstSeen = item.Time(17),
            LastSeen = item.Time(18),
            DecisionNumber = item.Id(19),
        };
    }
}
