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
    readonly ContentKeeper _contents;
    long _lastItem;
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
        _contents = new ContentKeeper(connection, groups);
        _lastItem = Statement.LastId(connection, "item");
    }

    /// <summary>The run under way.</summary>
    internal long Run { get; set; }

    public void Dispose()
    {
        _items.Dispose();
        _writer.Dispose();
        _contents.Dispose();
    }

    /// <summary>Begins the next item: gives it as it is to be decided, by the path it was first given by and by what is held of its content.</summary>
    internal CatalogItem Begin(CatalogItem item)
    {
        _remembered = item.Remembered;
        if (_remembered is not null)
        {
            _content = _remembered.ContentNumber;
        }
        else
        {
            (_content, var content) = _contents.Settle(item.Content);
            _remembered = _content > 0 ? _items.Find(item.Place, _content) : null;
            item = item with { Content = content };
        }

        return _item = _remembered is null ? item : item with { Path = _remembered.Path };
    }

    public SeenEvidence Find(Sighting sighting)
    {
        if (_remembered?.Evidence is { } evidence)
        {
            return evidence;
        }

        // An item that opened a group and is decided anew keeps to what came before it: a later one may be its repeat.
        var before = _remembered?.Opened ?? long.MaxValue;
        var same = _content > 0 ? _items.FirstOfContent(_content, before) : null;
        var near = _groups.FindNearest(sighting.Forms, before) is { } group ? _items.FirstOfGroup(group) : null;
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

        SeenEvidence? settled = _remembered?.Evidence ?? (decision.OpensGroup || decision.Verdict == Verdict.Repeat ? evidence : null);
        var keepsGroup = decision.OpensGroup || _remembered?.Evidence is not null;
        if (_remembered is { IsCurrent: true } && !recovered && _remembered.Decision == text && settled == _remembered.Evidence &&
            (keepsGroup || _remembered.Opened is null))
        {
            _writer.See(number, item, ModifiedOf(item), Run);
            return;
        }

        var seq = _log.Append(Run, item.Place, text);
        if (!keepsGroup && _remembered?.Opened is { } former)
        {
            _groups.Remove(former);
        }

        var opened = (keepsGroup ? _remembered?.Opened : null) ?? (decision.OpensGroup ? seq : null);
        if (_remembered is null)
        {
            _lastItem = number;
            _writer.Insert(number, item, ContentOf(item), Run, seq, opened, settled);
        }
        else
        {
            _writer.Decide(number, item, ModifiedOf(item), Run, seq, opened, settled);
        }

        if (opened == seq)
        {
            _groups.Add(sighting.Forms, seq);
        }
    }

    long ContentOf(CatalogItem item) => _content == 0 ? _content = _contents.Insert(item.Content) : _content;

    /// <summary>What is relied on next time; an item that was not looked at now keeps what it had.</summary>
    DateTime? ModifiedOf(CatalogItem item) => item.Stamp is { } stamp ? stamp.Modified : _remembered?.Modified;
}
