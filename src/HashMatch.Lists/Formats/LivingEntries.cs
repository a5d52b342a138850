using System.Globalization;
using HashMatch.Matching;

namespace HashMatch.Lists.Formats;

/// <summary>The entries of a file that none of its tombstones withdraws.</summary>
sealed class LivingEntries
{
    readonly List<(KnownEntry Entry, UInt128 Key, string? Updated)> _entries = [];
    readonly Dictionary<UInt128, string?> _tombstones = [];

    internal void Add(ListEntry entry, ListPlace place)
    {
        var key = ListEntryKey.Of(entry);
        var updated = entry.Provenance?.Updated;
        if (entry.IsRemoved)
        {
            // They stand in no order of time: the latest counts, and one without a readable time withdraws always.
            var isOutdone = _tombstones.TryGetValue(key, out var other) && (ListTime.Read(other) is null || ListTime.IsLater(other, updated));
            _tombstones[key] = isOutdone ? other : updated;
        }
        else
        {
            KnownEntry known = new(entry.Id ?? place.Number.ToString(CultureInfo.InvariantCulture), entry.Pdq, entry.Digests, entry.Labels);
            _entries.Add((known, key, updated));
        }
    }

    internal IEnumerable<KnownEntry> Remaining() => _entries
        .Where(entry => !_tombstones.TryGetValue(entry.Key, out var removed) || ListTime.IsLater(entry.Updated, removed))
        .Select(entry => entry.Entry);
}
