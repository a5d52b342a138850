using HashMatch.Lists.Formats;

namespace HashMatch.Lists;

/// <summary>Compares two versions of a list, of any formats.</summary>
/// <remarks>
/// Entries are the same one by owner and id, or by their first hash where they have no id; of several with one key, the
/// first is compared with the first, and so on. Memory: about 100 bytes an entry of the old list; entries themselves are
/// streamed. The old list is read twice.
/// </remarks>
public static class ListDiff
{
    /// <summary>Compares two lists and hands on what differs: first in the new list's order, then what is gone in the old one's.</summary>
    /// <param name="openOld">Opens the old version; called twice, and what it opens is disposed.</param>
    /// <param name="openNew">Opens the new version; called once.</param>
    /// <param name="onChange">Gets every change.</param>
    /// <exception cref="ListFormatException">A list is broken.</exception>
    /// <exception cref="IOException">A list could not be read.</exception>
    public static ListDiffSummary Compare(Func<ListReader> openOld, Func<ListReader> openNew, Action<ListChange> onChange)
    {
        ArgumentNullException.ThrowIfNull(openOld);
        ArgumentNullException.ThrowIfNull(openNew);
        ArgumentNullException.ThrowIfNull(onChange);

        KeyedEntries old = new();
        using EntryFingerprint fingerprint = new();
        ListCounts oldCounts;
        using (var reader = openOld())
        {
            while (reader.TryRead(out var row))
            {
                if (row.IsEntry)
                {
                    old.Add(ListEntryKey.Of(row.Entry), fingerprint.Of(row.Entry), row.Entry.IsRemoved);
                }
            }

            oldCounts = reader.Counts;
        }

        long added = 0, changed = 0, removed = 0, tombstoned = 0, unchanged = 0;
        ListCounts newCounts;
        using (var reader = openNew())
        {
            while (reader.TryRead(out var row))
            {
                if (!row.IsEntry)
                {
                    continue;
                }

                switch (KindOf(old, row.Entry, fingerprint))
                {
                    case null:
                        unchanged++;
                        continue;
                    case ListChangeKind.Added:
                        added++;
                        onChange(new ListChange(ListChangeKind.Added, row.Entry, row.Place));
                        break;
                    case ListChangeKind.Tombstoned:
                        tombstoned++;
                        onChange(new ListChange(ListChangeKind.Tombstoned, row.Entry, row.Place));
                        break;
                    default:
                        changed++;
                        onChange(new ListChange(ListChangeKind.Changed, row.Entry, row.Place));
                        break;
                }
            }

            newCounts = reader.Counts;
        }

        using (var reader = openOld())
        {
            while (reader.TryRead(out var row))
            {
                if (row.IsEntry && old.IsGone(ListEntryKey.Of(row.Entry)))
                {
                    removed++;
                    onChange(new ListChange(ListChangeKind.Removed, row.Entry, row.Place));
                }
            }
        }

        return new ListDiffSummary(added, changed, removed, tombstoned, unchanged, oldCounts, newCounts);
    }

    static ListChangeKind? KindOf(KeyedEntries old, ListEntry entry, EntryFingerprint fingerprint) =>
        !old.TryMatch(ListEntryKey.Of(entry), out var content, out var wasRemoved) ? entry.IsRemoved ? ListChangeKind.Tombstoned : ListChangeKind.Added
        : entry.IsRemoved && !wasRemoved ? ListChangeKind.Tombstoned
        : content == fingerprint.Of(entry) ? null
        : ListChangeKind.Changed;
}
