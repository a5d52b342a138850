using HashMatch.Matching;
using HashMatch.Matching.Review;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>The memory of a deduplicator that lasts: finds what was seen and notes what is decided, one item at a time.</summary>
/// <remarks>
/// An item whose verdict the items before it decided keeps that evidence for good. One that a list decided has none: it
/// opened no group and joined none, so without the list it is looked up like a new one. Evidence that a veto came over, or
/// that a veto which is gone made, is looked up again.
/// </remarks>
sealed class CatalogMemory : ISeenItems, IDisposable
{
    readonly DecisionLog _log;
    readonly KeptGroups _groups;
    readonly DecisionText _text;
    readonly ItemTable _items;
    readonly ItemWriter _writer;
    readonly ContentTable _contents;
    readonly FirstItems _firsts;
    readonly List<GroupHit> _passedOver = [];
    long _lastItem;
    long _lastContent;
    CatalogItem? _item;
    RememberedItem? _remembered;
    long _content;

    internal CatalogMemory(SqliteConnection connection, DecisionLog log, KeptGroups groups, DecisionText text, FirstItems firsts)
    {
        _log = log;
        _groups = groups;
        _text = text;
        _firsts = firsts;
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
        var sides = _firsts.SidesOf(sighting);
        if (_remembered is { Evidence: { } kept, Number: var number })
        {
            var evidence = _firsts.Complete(kept, number);
            return _firsts.IsOutdated(evidence, sides) ? FindNearest(sighting, sides, evidence.SameBytes ?? FindSameBytes()) : evidence;
        }

        return FindNearest(sighting, sides, FindSameBytes());
    }

    /// <summary>The number of the content begun, which is kept from here on.</summary>
    internal long ContentBegun() => ContentOf(_item!);

    /// <summary>The first item of equal bytes; none for an item that opened a group, which is that itself.</summary>
    FirstSighting? FindSameBytes() => _content > 0 && _remembered?.Opened is null ? _items.FirstOfContent(_content) : null;

    SeenEvidence FindNearest(Sighting sighting, VetoSides sides, FirstSighting? same)
    {
        // An item that opened a group is no copy of itself, and of none that came after it.
        var own = _remembered?.Opened;
        bool IsOwnOrLater(int group) => group >= own;
        _passedOver.Clear();
        var near = sides.IsEmpty && own is null
            ? _groups.FindNearest(sighting.Forms)
            : _groups.FindNearest(sighting.Forms,
                group => IsOwnOrLater(group) || sides.AreApartFrom(_firsts.SidesOfGroup(group)), _passedOver);
        return new SeenEvidence(same, near is { } hit ? _items.FirstOfGroup(hit) : null)
        {
            Vetoed = [.. _passedOver.Where(hit => !IsOwnOrLater(hit.Group)).Select(_items.FirstOfGroup).OfType<FirstSighting>()],
        };
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
        SeenEvidence? settled = _remembered?.Evidence is not null || decision.OpensGroup || decision.Verdict == Verdict.Repeat ? evidence : null;
        if (_remembered is null)
        {
            _lastItem = number;
            _writer.Insert(number, item, ContentOf(item), Run, seq, opened, settled);
        }
        else
        {
            _writer.Decide(number, ModifiedOf(item), Run, seq, opened, settled);
        }

        _firsts.Note(number, settled?.Vetoed ?? []);
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
