using System.Runtime.InteropServices;

namespace HashMatch.Lists.Formats;

/// <summary>The entries of the old list by key, each matched by at most one of the new list.</summary>
/// <remarks>Several entries of one key are numbered in their order; the first one's record counts them, so that a list of one key alone is no slower.</remarks>
sealed class KeyedEntries
{
    readonly Dictionary<UInt128, Slot> _slots = [];

    internal void Add(UInt128 key, UInt128 content, bool isRemoved)
    {
        ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(_slots, key, out var exists);
        var number = exists ? first.Count : 0;
        first.Count = number + 1;
        if (number == 0)
        {
            (first.Content, first.IsRemoved) = (content, isRemoved);
        }
        else
        {
            _slots[Numbered(key, number)] = new Slot { Content = content, IsRemoved = isRemoved };
        }
    }

    /// <summary>The next old entry of a key that no new one was matched with.</summary>
    internal bool TryMatch(UInt128 key, out UInt128 content, out bool wasRemoved)
    {
        (content, wasRemoved) = (default, false);
        ref var first = ref CollectionsMarshal.GetValueRefOrNullRef(_slots, key);
        if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref first) || first.Matched == first.Count)
        {
            return false;
        }

        var number = first.Matched++;
        var slot = number == 0 ? first : _slots[Numbered(key, number)];
        (content, wasRemoved) = (slot.Content, slot.IsRemoved);
        return true;
    }

    /// <summary>Whether the next old entry of a key, in the old list's order, was matched with none.</summary>
    internal bool IsGone(UInt128 key)
    {
        ref var first = ref CollectionsMarshal.GetValueRefOrNullRef(_slots, key);
        return !System.Runtime.CompilerServices.Unsafe.IsNullRef(ref first) && first.Seen++ >= first.Matched;
    }

    static UInt128 Numbered(UInt128 key, int number) => key + ((UInt128)(uint)number << 64) + (uint)number;

    struct Slot
    {
        internal UInt128 Content;
        internal bool IsRemoved;

        /// <summary>Of the first entry of a key: how many there are, were matched, and were seen again.</summary>
        internal int Count;
        internal int Matched;
        internal int Seen;
    }
}
