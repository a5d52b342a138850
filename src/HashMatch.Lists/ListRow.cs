using System.Diagnostics.CodeAnalysis;

namespace HashMatch.Lists;

/// <summary>One row as read: an entry (a tombstone among them), or the reason why it is none.</summary>
public readonly record struct ListRow
{
    internal ListRow(ListPlace place, ListEntry entry) => (Place, Entry) = (place, entry);

    internal ListRow(ListPlace place, string reason) => (Place, Error) = (place, new ListRowError(place, reason));

    /// <summary>Where it stands.</summary>
    public ListPlace Place { get; }

    /// <summary>The entry; null for a row that could not be used.</summary>
    public ListEntry? Entry { get; }

    /// <summary>What is wrong with the row; null for one that could be used.</summary>
    public ListRowError? Error { get; }

    /// <summary>Whether the row could be used.</summary>
    [MemberNotNullWhen(true, nameof(Entry))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsEntry => Entry is not null;
}
