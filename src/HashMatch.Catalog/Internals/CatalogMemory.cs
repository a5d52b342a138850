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
    readonly ContentKeeper _contents;
    readonly FirstItems _firsts;
    readonly List<GroupHit> _passedOver = [];
    long _lastItem;
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
        // Between look-up and decision the item may have been decided anew, by the same content submitted twice.
        _remembered = item.Remembered is { } known && _items.IsStill(known) ? known : null;
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

    // An item that opened a group and is decided anew keeps to what came before it: a later one may be its repeat.
    long Before => _remembered?.Opened ?? long.MaxValue;

    FirstSighting? FindSameBytes() => _content > 0 ? _items.FirstOfContent(_content, Before) : null;

    SeenEvidence FindNearest(Sighting sighting, VetoSides sides, FirstSighting? same)
    {
        var before = Before;
        _passedOver.Clear();
        var near = sides.IsEmpty
            ? _groups.FindNearest(sighting.Forms, before)
            : _groups.FindNearest(sighting.Forms, group => group >= before || sides.AreApartFrom(_firsts.SidesOfGroup(group)), _passedOver);
        return new SeenEvidence(same, near is { } hit ? _items.FirstOfGroup(hit) : null)
        {
            Vetoed = [.. _passedOver.Where(hit => hit.Group < before).Select(_items.FirstOfGroup).OfType<FirstSighting>()],
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

        // What was found may have been looked up again, because of a veto.
        SeenEvidence? settled = _remembered?.Evidence is not null || decision.OpensGroup || decision.Verdict == Verdict.Repeat ? evidence : null;
        var keepsGroup = decision.OpensGroup || _remembered?.Evidence is not null;
        if (_remembered is { IsCurrent: true } && !recovered && _remembered.Decision == text && IsSame(settled, _remembered.Evidence) &&
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

        _firsts.Note(number, settled?.Vetoed ?? []);
        if (opened == seq)
        {
            _groups.Add(sighting.Forms, seq);
        }
    }

    // What a veto came over is part of the text.
    static bool IsSame(SeenEvidence? one, SeenEvidence? other) =>
        (one is null) == (other is null) && one?.SameBytes == other?.SameBytes && one?.Nearest == other?.Nearest;

    long ContentOf(CatalogItem item) => _content == 0 ? _content = _contents.Insert(item.Content) : _content;

    /// <summary>What is relied on next time; an item that was not looked at now keeps what it had.</summary>
    DateTime? ModifiedOf(CatalogItem item) => item.Stamp is { } stamp ? stamp.Modified : _remembered?.Modified;
}
