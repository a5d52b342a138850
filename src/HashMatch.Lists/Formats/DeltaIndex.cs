using System.Runtime.InteropServices;

namespace HashMatch.Lists.Formats;

/// <summary>Which rows of an update count, by key, and what became of them: fixed sizes alone, whatever the rows hold.</summary>
sealed class DeltaIndex
{
    readonly Dictionary<UInt128, Slot> _slots = [];

    internal int Count => _slots.Count;

    /// <summary>Notes a row; one that is older than the row noted for its key is passed over.</summary>
    internal void Add(UInt128 key, long row, UInt128 content, DateTimeOffset? updated, bool isRemoved)
    {
        ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(_slots, key, out var exists);
        if (!exists || !ListTime.IsLater(slot.Updated, updated))
        {
            slot = new Slot { Row = row, Content = content, Updated = updated, IsRemoved = isRemoved };
        }
    }

    /// <summary>The slot of a key, or a null reference.</summary>
    internal ref Slot Find(UInt128 key) => ref CollectionsMarshal.GetValueRefOrNullRef(_slots, key);

    /// <summary>Forgets what became of the rows.</summary>
    internal void Begin()
    {
        foreach (var key in _slots.Keys)
        {
            ref var slot = ref Find(key);
            slot.IsMet = slot.IsDue = slot.IsThere = false;
        }
    }

    internal struct Slot
    {
        /// <summary>The row's number among the update's rows.</summary>
        internal long Row;
        internal UInt128 Content;
        internal DateTimeOffset? Updated;
        internal bool IsRemoved;

        /// <summary>Whether the list holds its key.</summary>
        internal bool IsMet;

        /// <summary>Whether it replaces a row of the list.</summary>
        internal bool IsDue;

        /// <summary>Whether the list holds the very row.</summary>
        internal bool IsThere;

        /// <summary>Whether it has to be written.</summary>
        internal readonly bool IsWanted => !IsThere && (IsDue || !IsMet);
    }
}
