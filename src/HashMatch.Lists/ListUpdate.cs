using HashMatch.Lists.Formats;

namespace HashMatch.Lists;

/// <summary>A delta to be laid over a list: entries to add or replace, and tombstones.</summary>
/// <remarks>
/// The delta is held in memory, the list is streamed. Of two rows of the delta with one key, the later by time of change
/// counts, or else by place; a row older than the list's own is passed over, so that an update applied twice, or late,
/// changes nothing. Tombstones stay in the list, so that it can itself be an update. Not thread-safe.
/// </remarks>
public sealed class ListUpdate
{
    readonly Dictionary<UInt128, ListEntry> _delta = [];
    readonly List<UInt128> _order = [];

    /// <summary>Reads a delta.</summary>
    /// <param name="reader">The delta, read to its end.</param>
    /// <param name="onError">Gets every row that could not be used.</param>
    /// <exception cref="ListFormatException">The delta is broken.</exception>
    /// <exception cref="IOException">The delta could not be read.</exception>
    public ListUpdate(ListReader reader, Action<ListRowError> onError)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(onError);
        while (reader.TryRead(out var row))
        {
            if (row.IsEntry)
            {
                Add(row.Entry);
            }
            else
            {
                onError(row.Error);
            }
        }
    }

    /// <summary>Writes the list with the delta laid over it: the list's order first, then what is new in the delta's.</summary>
    /// <param name="list">The list, read to its end.</param>
    /// <param name="writer">Gets the new version; not completed.</param>
    /// <param name="onError">Gets every row of the list that could not be used.</param>
    /// <exception cref="ListFormatException">The list is broken.</exception>
    /// <exception cref="IOException">The list could not be read, or the new version not written.</exception>
    public ListUpdateSummary Apply(ListReader list, ListWriter writer, Action<ListRowError> onError)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(onError);

        long added = 0, changed = 0, tombstoned = 0, unchanged = 0, stale = 0, kept = 0;
        HashSet<UInt128> met = [];
        HashSet<UInt128> written = [];
        using EntryFingerprint fingerprint = new();
        while (list.TryRead(out var row))
        {
            if (!row.IsEntry)
            {
                onError(row.Error);
                continue;
            }

            var key = ListEntryKey.Of(row.Entry);
            if (!_delta.TryGetValue(key, out var replacement))
            {
                kept++;
                writer.Write(row.Entry);
                continue;
            }

            met.Add(key);
            if (fingerprint.Of(row.Entry) == fingerprint.Of(replacement))
            {
                unchanged++;
                written.Add(key);
                writer.Write(row.Entry);
            }
            else if (ListTime.IsLater(row.Entry.Provenance?.Updated, replacement.Provenance?.Updated))
            {
                stale++;
                writer.Write(row.Entry);
            }
            else
            {
                var withdraws = replacement.IsRemoved && !row.Entry.IsRemoved;
                tombstoned += withdraws ? 1 : 0;
                changed += withdraws ? 0 : 1;
                // Where the list held the entry more than once, one row stands for all that the delta replaces.
                if (written.Add(key))
                {
                    writer.Write(replacement);
                }
            }
        }

        foreach (var key in _order.Where(key => !met.Contains(key)))
        {
            // A tombstone of what was never there is kept: the entry itself may still come.
            added += _delta[key].IsRemoved ? 0 : 1;
            tombstoned += _delta[key].IsRemoved ? 1 : 0;
            writer.Write(_delta[key]);
        }

        return new ListUpdateSummary(added, changed, tombstoned, unchanged, stale, kept);
    }

    void Add(ListEntry entry)
    {
        var key = ListEntryKey.Of(entry);
        if (!_delta.TryGetValue(key, out var earlier))
        {
            _order.Add(key);
        }
        else if (ListTime.IsLater(earlier.Provenance?.Updated, entry.Provenance?.Updated))
        {
            return;
        }

        _delta[key] = entry;
    }
}
