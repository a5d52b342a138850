using System.Runtime.CompilerServices;
using HashMatch.Lists.Formats;

namespace HashMatch.Lists;

/// <summary>A delta to be laid over a list: entries to add or replace, and tombstones.</summary>
/// <remarks>
/// Both are streamed, the delta twice; memory is 100 to 200 bytes an entry of the delta (140 at a million), whatever the entries hold. Of two
/// rows of the delta with one key, the later by time of change counts, or else by place; a row older than the list's own
/// is passed over, so that an update applied twice, or late, changes nothing. Tombstones stay in the list, so that it can
/// itself be an update. Not thread-safe.
/// </remarks>
public sealed class ListUpdate
{
    readonly Func<ListReader> _openDelta;
    readonly DeltaIndex _delta = new();

    /// <summary>Reads a delta.</summary>
    /// <param name="openDelta">Opens the delta; called here and at every <see cref="Apply"/>, and what it opens is disposed.</param>
    /// <param name="onError">Gets every row that could not be used.</param>
    /// <exception cref="ListFormatException">The delta is broken.</exception>
    /// <exception cref="IOException">The delta could not be read.</exception>
    public ListUpdate(Func<ListReader> openDelta, Action<ListRowError> onError)
    {
        ArgumentNullException.ThrowIfNull(openDelta);
        ArgumentNullException.ThrowIfNull(onError);
        _openDelta = openDelta;
        using var reader = openDelta();
        using EntryFingerprint fingerprint = new();
        while (reader.TryRead(out var row))
        {
            if (row.IsEntry)
            {
                _delta.Add(ListEntryKey.Of(row.Entry), reader.Counts.Rows, fingerprint.Of(row.Entry), TimeOf(row.Entry), row.Entry.IsRemoved);
            }
            else
            {
                onError(row.Error);
            }
        }

        (Format, Header, Counts) = (reader.Format, reader.Header, reader.Counts);
    }

    /// <summary>The delta's format.</summary>
    public ListFormat Format { get; }

    /// <summary>What the delta says of itself.</summary>
    public ListHeader Header { get; }

    /// <summary>What the delta holds.</summary>
    public ListCounts Counts { get; }

    /// <summary>Writes the list with the delta laid over it: what stays of the list in its order, then what the delta adds or replaces in its own.</summary>
    /// <param name="list">The list, read to its end.</param>
    /// <param name="writer">Gets the new version; not completed.</param>
    /// <param name="onError">Gets every row of the list that could not be used.</param>
    /// <exception cref="ListFormatException">The list or the delta is broken.</exception>
    /// <exception cref="IOException">The list or the delta could not be read, the delta is another one than before, or the new version could not be written.</exception>
    public ListUpdateSummary Apply(ListReader list, ListWriter writer, Action<ListRowError> onError)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(onError);

        _delta.Begin();
        return WriteDelta(writer, WriteList(list, writer, onError));
    }

    ListUpdateSummary WriteList(ListReader list, ListWriter writer, Action<ListRowError> onError)
    {
        long changed = 0, tombstoned = 0, unchanged = 0, stale = 0, kept = 0;
        using EntryFingerprint fingerprint = new();
        while (list.TryRead(out var row))
        {
            if (!row.IsEntry)
            {
                onError(row.Error);
                continue;
            }

            ref var replacement = ref _delta.Find(ListEntryKey.Of(row.Entry));
            if (Unsafe.IsNullRef(ref replacement))
            {
                kept++;
                writer.Write(row.Entry);
                continue;
            }

            replacement.IsMet = true;
            if (fingerprint.Of(row.Entry) == replacement.Content)
            {
                unchanged++;
                replacement.IsThere = true;
                writer.Write(row.Entry);
            }
            else if (ListTime.IsLater(TimeOf(row.Entry), replacement.Updated))
            {
                stale++;
                writer.Write(row.Entry);
            }
            else
            {
                // Where the list held the entry more than once, one row stands for all that the delta replaces.
                var withdraws = replacement.IsRemoved && !row.Entry.IsRemoved;
                tombstoned += withdraws ? 1 : 0;
                changed += withdraws ? 0 : 1;
                replacement.IsDue = true;
            }
        }

        return new ListUpdateSummary(0, changed, tombstoned, unchanged, stale, kept);
    }

    ListUpdateSummary WriteDelta(ListWriter writer, ListUpdateSummary summary)
    {
        long added = 0, tombstoned = 0, found = 0;
        using var reader = _openDelta();
        using EntryFingerprint fingerprint = new();
        while (reader.TryRead(out var row))
        {
            ref var slot = ref row.IsEntry ? ref _delta.Find(ListEntryKey.Of(row.Entry)) : ref Unsafe.NullRef<DeltaIndex.Slot>();
            if (Unsafe.IsNullRef(ref slot) || slot.Row != reader.Counts.Rows || slot.Content != fingerprint.Of(row.Entry!))
            {
                continue;
            }

            found++;
            if (slot.IsWanted)
            {
                // A tombstone of what was never there is kept: the entry itself may still come.
                added += !slot.IsMet && !slot.IsRemoved ? 1 : 0;
                tombstoned += !slot.IsMet && slot.IsRemoved ? 1 : 0;
                writer.Write(row.Entry!);
            }
        }

        return found == _delta.Count
            ? summary with { Added = added, Tombstoned = summary.Tombstoned + tombstoned }
            : throw new IOException("The update is not the one that was read before: it changed in between.");
    }

    static DateTimeOffset? TimeOf(ListEntry entry) => ListTime.Read(entry.Provenance?.Updated);
}
