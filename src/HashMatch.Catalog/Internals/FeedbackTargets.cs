using HashMatch.Matching.Review;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>Finds what a reviewer's decision is about, and refuses what makes no sense.</summary>
sealed class FeedbackTargets(SqliteConnection connection, NamedItems items, EntryTable entries, FeedbackTable feedback,
    ContentPrinter printer, CatalogSettings settings)
{
    internal FeedbackTarget Find(FeedbackRequest request)
    {
        RequireText(request.By, "by");
        RequireText(request.Why, "why");
        if (request.List is null != request.Entry is null)
        {
            throw new FeedbackException("a list and an entry are named together, or neither is.");
        }

        List<FoundItem> named = [];
        List<EntryName> ids = request is { List: { } list, Entry: { } entry } ? [new EntryName(list, entry)] : [];
        foreach (var (text, name) in (ReadOnlySpan<(string?, string)>)[(request.Item, "item"), (request.Other, "other")])
        {
            if (text is not null && items.Find(text) is { } item)
            {
                named.Add(item);
            }
            else if (text is not null)
            {
                ids.Add(EntryOf(text, name));
            }
        }

        if (named.Count + ids.Count > 2 || ids.Count > 1)
        {
            throw new FeedbackException(ids.Count > 1 ? "two entries of lists are never compared: name an item." : "name two at most.");
        }

        return request.Action switch
        {
            FeedbackAction.Confirm or FeedbackAction.Reject => Match(request.Action, named, ids),
            FeedbackAction.Veto => Vetoed(Pair(named, ids)),
            FeedbackAction.Release => named.Count == 0 && ids.Count == 1 ? InQuarantine(ids[0]) : Apart(Pair(named, ids)),
            _ => throw new FeedbackException("it is no action there is."),
        };
    }

    FeedbackTarget Match(FeedbackAction action, List<FoundItem> named, List<EntryName> ids)
    {
        if (named.Count == 0)
        {
            throw new FeedbackException("say which item's match is meant.");
        }

        var pair = named.Count + ids.Count == 2 ? Pair(named, ids) : OnlyMatchOf(named[0]);
        var isMatch = pair.Entry is { } entry ? entries.IsHeld(entry, pair.Item!.Content) is not null || Names(pair.Item, entry.Name)
            : pair.Item!.Content == pair.Other!.Content || pair.Item.Decision.First == pair.Other.Name.Number || pair.Other.Decision.First == pair.Item.Name.Number;
        if (!isMatch && !(action == FeedbackAction.Confirm && feedback.IsApart(pair)))
        {
            throw new FeedbackException("these two did not match here, so there is nothing to confirm or reject; a veto can be given all the same.");
        }

        return action == FeedbackAction.Reject && pair.Other is { } other && SideOf(pair.Item!).HasBytesOf(SideOf(other))
            ? throw new FeedbackException("both have equal bytes: they are the same file, and no word can part them.")
            : pair;
    }

    FeedbackTarget Vetoed(FeedbackTarget pair) =>
        SideOf(pair.Item!).HasBytesOf(pair.Entry is { } entry ? PrintsBlob.Read(entry.Prints) : SideOf(pair.Other!))
            ? throw new FeedbackException("both have equal bytes: they are the same file, and no veto can part them.")
            : pair;

    FeedbackTarget Apart(FeedbackTarget pair) => feedback.IsApart(pair) ? pair
        : throw new FeedbackException("no veto keeps these two apart.");

    FeedbackTarget InQuarantine(EntryName name) => Known(name).Find(entry => entry.Quarantine is not null) is { } entry
        ? new FeedbackTarget(null, null, entry)
        : throw new FeedbackException($"the entry '{name.Entry}' of the list '{name.List}' is not in quarantine.");

    FeedbackTarget Pair(List<FoundItem> named, List<EntryName> ids) => (named, ids) switch
    {
        ([var item, var other], []) => new FeedbackTarget(item, other, null),
        ([var item], [var name]) => new FeedbackTarget(item, null,
            Known(name) is var known && known.Find(entry => entries.IsHeld(entry, item.Content) is not null) is { } met ? met : known[0]),
        _ => throw new FeedbackException("name two, at least one of them an item."),
    };

    /// <summary>What an item matched by its latest decision, if that is one thing.</summary>
    FeedbackTarget OnlyMatchOf(FoundItem item)
    {
        return (item.Decision.First, item.Decision.Entries("matches").Distinct().ToList()) switch
        {
            ({ } first, []) when items.OfNumber(first) is { } other => new FeedbackTarget(item, other, null),
            (null, [var name]) => Pair([item], [name]),
            (null, []) => throw new FeedbackException("the item matches nothing by its latest decision."),
            _ => throw new FeedbackException("the item comes near several by its latest decision: say which by list and entry, or by the other item."),
        };
    }

    /// <summary>An entry by <c>list#id</c>; both may hold the sign themselves.</summary>
    EntryName EntryOf(string text, string name)
    {
        for (var at = text.IndexOf('#', StringComparison.Ordinal); at >= 0; at = text.IndexOf('#', at + 1))
        {
            EntryName entry = new(text[..at], text[(at + 1)..]);
            if (entries.Named(entry).Count > 0)
            {
                return entry;
            }
        }

        // The text may be a bare hash, and is not repeated.
        throw new FeedbackException($"'{name}' names no item of the catalogue, and no list entry that came near one.");
    }

    List<EntryRow> Known(EntryName name) => entries.Named(name) is { Count: > 0 } known ? known
        : throw new FeedbackException($"no entry '{name.Entry}' of a list '{name.List}' has come near anything in this catalogue.");

    VetoSide SideOf(FoundItem item)
    {
        using Statement find = new(connection, $"SELECT {ContentTable.Columns} FROM content WHERE id = $0");
        using var row = find.Rows(item.Content);
        var (_, content) = row.Read() ? ContentTable.Read(new Cells(row, "content", 0)) : throw CatalogException.OfRow("item", item.Name.Number, "content");
        return printer.SideOf(content.Forms, content.Digests, settings.Bounds);
    }

    static bool Names(FoundItem item, EntryName entry) => item.Decision.Entries("matches").Contains(entry) || item.Decision.Entries("vetoed").Contains(entry);

    static void RequireText(string? text, string name)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new FeedbackException($"'{name}' is missing or blank.");
        }

        if (text.Length > FeedbackRequest.MostCharacters)
        {
            throw new FeedbackException($"'{name}' has more than {FeedbackRequest.MostCharacters} characters.");
        }
    }
}
