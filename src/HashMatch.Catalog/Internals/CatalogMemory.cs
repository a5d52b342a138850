using HashMatch.Matching;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>The memory of a deduplicator that lasts: finds what was seen and notes what is decided, one item at a time.</summary>
/// <remarks>
/// An item whose verdict the items before it decided keeps that evidence for good. One that a list decided has none: it
/// opened no group and joined none, so without the list it is looked up like a new one.
/// </remarks>
sealed class CatalogMemory : ISeenItems, IDisposable
{
    readonly DecisionLog _log;
    readonly KeptGroups _groups;
    readonly DecisionText _text;
    readonly ItemTable _items;
    readonly ItemWriter _writer;
    readonly ContentTable _contents;
    long _lastItem;
    long _lastContent;
    CatalogItem? _item;
    RememberedItem? _remembered;
    long _content;

    internal CatalogMemory(SqliteConnection connection, DecisionLog log, KeptGroups groups, DecisionText text)
    {
        _log = log;
        _groups = groups;
        _text = text;
        _items = new ItemTable(connection);
        _writer = new ItemWriter(connection);
        _contents = new ContentTable(connection);
        using Statement lastItem = new(connection, "SELECT max(id) FROM item");
        using Statement lastContent = new(connection, "SELECT max(id) FROM content");
        (_lastItem, _lastContent) = (lastItem.Number(), lastContent.Number());
    }

    /// <summary>The run under way.</summary>
    internal long Run { get; set; }

    public void Dispose()
    {
        _items.Dispose();
        _writer.Dispose();
        _contents.Dispose();
    }

    /// <summary>The item that is to be decided next: finds out what is known of it.</summary>
    internal void Begin(CatalogItem item)
    {
        _item = item;
        _remembered = item.Remembered;
        if (_remembered is not null)
        {
            _content = _remembered.ContentNumber;
            return;
        }

        var known = _contents.Find(ContentTable.XxHash128Of(item.Content), item.Content.Length);
        _content = known?.Number ?? 0;
        if (known is { } content)
        {
            _contents.Complete(content.Number, content.Content, item.Content);
            _remembered = _items.Find(item.Place, content.Number);
        }
    }

    /// <summary>How others name the item begun: by the path it was first given by.</summary>
    internal string PathOf(CatalogItem item) => _remembered?.Path ?? item.Path;

    public SeenEvidence Find(Sighting sighting)
    {
        if (_remembered?.Evidence is { } evidence)
        {
            return evidence;
        }

        var same = _content > 0 ? _items.FirstOfContent(_content) : null;
        var near = _groups.FindNearest(sighting.Forms) is { } group ? _items.FirstOfGroup(group) : null;
        return new SeenEvidence(same, near);
    }

    public void Remember(Sighting sighting, SeenEvidence evidence, Decision decision)
    {
        var item = _item!;
        var number = _remembered?.Number ?? _lastItem + 1;
        var text = _text.Of(number, item.Content, decision);
        var recovered = _log.Recover(item.Place);
        if (_remembered is { IsCurrent: false } or null)
        {
            _writer.Leave(item.Place);
        }

        if (!recovered && _remembered?.Decision == text)
        {
            _writer.See(number, ModifiedOf(item), Run);
            return;
        }

        var seq = _log.Append(Run, item.Place, text);
        var opened = _remembered?.Opened ?? (decision.OpensGroup ? seq : null);
        SeenEvidence? settled = _remembered?.Evidence ?? (decision.OpensGroup || decision.Verdict == Verdict.Repeat ? evidence : null);
        if (_remembered is null)
        {
            _lastItem = number;
            _writer.Insert(number, item, ContentOf(item), Run, seq, opened, settled);
        }
        else
        {
            _writer.Decide(number, ModifiedOf(item), Run, seq, opened, settled);
        }

        if (opened == seq)
        {
            _groups.Add(sighting.Forms, seq);
        }
    }

    long ContentOf(CatalogItem item)
    {
        if (_content == 0)
        {
            _content = ++_lastContent;
            _contents.Insert(_content, item.Content);
        }

        return _content;
    }

    /// <summary>What is relied on next time; an item that was not looked at now keeps what it had.</summary>
    DateTime? ModifiedOf(CatalogItem item) => item.Stamp is { } stamp ? stamp.Modified : _remembered?.Modified;
}
