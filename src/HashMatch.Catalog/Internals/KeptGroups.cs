using System.Globalization;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Indexes;
using HashMatch.Matching;
using HashMatch.Storage;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>The hashes of the first items of all groups, in memory: from the snapshot beside the catalogue and what came since.</summary>
/// <remarks>
/// The snapshot says which catalogue it is of, up to which decision, that decision's link, and how often the hashes of open
/// groups had changed. The link stands for all decisions before it, so a snapshot is used only where the catalogue is the one
/// it was made from, not a copy that went another way since. Without one, the groups are those of the catalogue's rows: both
/// ways give the same.
/// </remarks>
sealed class KeptGroups
{
    /// <summary>Fewer groups are read from the catalogue in no time.</summary>
    const int LeastToSave = 4096;

    readonly SqliteConnection _connection;
    readonly string _snapshot;
    readonly string _catalog;
    readonly string _profile;
    readonly GroupIndex _groups;
    int _saved;
    long _savedChanges;
    long _changes;

    /// <summary>The groups there are: from the snapshot if it fits, and those opened since.</summary>
    /// <param name="connection">The catalogue.</param>
    /// <param name="path">Its file.</param>
    /// <param name="catalogId">Its id.</param>
    /// <param name="settings">Its settings.</param>
    internal KeptGroups(SqliteConnection connection, string path, byte[] catalogId, CatalogSettings settings)
    {
        _connection = connection;
        // Absolute, for the current folder may be another when it is saved.
        _snapshot = Path.GetFullPath(CatalogFiles.HashesOf(path));
        _catalog = Convert.ToHexStringLower(catalogId);
        _profile = settings.Profile.Name;
        using Statement regrouped = new(connection, "SELECT regrouped FROM catalog");
        _changes = _savedChanges = regrouped.Number();
        var (index, last) = FromSnapshot() ?? (new HashIndex<Hash256>(), 0L);
        _saved = index.Count;
        _groups = new GroupIndex(settings.Bounds, index);
        _groups.AddRange(OpenedSince(connection, last));
    }

    internal void Add(HashForms first, long opened) => _groups.Add(first, (int)opened);

    /// <summary>The content of a group's first item turned out to be another: the group is found by that from now on.</summary>
    internal void Replace(HashForms before, HashForms first, long opened)
    {
        // Turned forms are looked for, never kept.
        if (before.Pdq != first.Pdq || before.Trimmed?.Border != first.Trimmed?.Border || before.Trimmed?.Pdq != first.Trimmed?.Pdq ||
            before.Content?.Pdq != first.Content?.Pdq)
        {
            Remove(opened);
            Add(first, opened);
        }
    }

    /// <summary>The item that opened the group does so no longer.</summary>
    internal void Remove(long opened)
    {
        _groups.Remove((int)opened);
        _changes++;
        using Statement change = new(_connection, "UPDATE catalog SET regrouped = $0");
        change.Run(_changes);
    }

    /// <summary>The nearest group; its number is the decision by which it was opened.</summary>
    /// <param name="forms">What it is looked for by.</param>
    /// <param name="before">Only groups opened by earlier decisions are found.</param>
    internal GroupHit? FindNearest(HashForms forms, long before) => _groups.FindNearest(forms, (int)Math.Min(before, int.MaxValue));

    /// <summary>The same among the groups that may be found, see <see cref="GroupIndex.FindNearest(HashForms, Predicate{int}, ICollection{GroupHit})"/>.</summary>
    internal GroupHit? FindNearest(HashForms forms, Predicate<int> isPassedOver, ICollection<GroupHit> passedOver) =>
        _groups.FindNearest(forms, isPassedOver, passedOver);

    /// <summary>Writes the snapshot when a good part of the groups is not in it. All must be committed.</summary>
    internal void SaveIfLagging(DecisionLog log)
    {
        var count = _groups.Hashes.Count;
        var isStale = _changes != _savedChanges && count >= LeastToSave;
        if (!isStale && count - _saved < Math.Max(LeastToSave, count / 16))
        {
            return;
        }

        IndexSnapshot<Hash256>.Save(_groups.Hashes, _snapshot, _profile,
            [_catalog, log.Last.ToString(CultureInfo.InvariantCulture), Convert.ToHexStringLower(log.Head), NameOf(_changes)]);
        (_saved, _savedChanges) = (count, _changes);
    }

    (HashIndex<Hash256> Index, long Last)? FromSnapshot()
    {
        try
        {
            var snapshot = IndexSnapshot<Hash256>.Open(_snapshot);
            using Statement link = new(_connection, "SELECT link FROM decision WHERE seq = $0");
            return snapshot.Profile == _profile && snapshot.NameOf(0) == _catalog &&
                long.TryParse(snapshot.NameOf(1), CultureInfo.InvariantCulture, out var last) &&
                snapshot.NameOf(3) == NameOf(_changes) &&
                link.Value(last) is byte[] there && snapshot.NameOf(2) == Convert.ToHexStringLower(there)
                ? (snapshot.Index, last)
                : null;
        }
        catch (Exception exception) when (exception is SnapshotFormatException or IOException or UnauthorizedAccessException)
        {
            // Missing, cut or damaged: the catalogue itself has all that was in it.
            return null;
        }
    }

    static IEnumerable<(HashForms First, int Group)> OpenedSince(SqliteConnection connection, long last)
    {
        using Statement since = new(connection, """
            SELECT item.id, item.opened, content.id, content.hash, content.quality, content.undecided, content.forms
            FROM item JOIN content ON content.id = item.content WHERE item.opened > $0 ORDER BY item.opened
            """);
        using var row = since.Rows(last);
        while (row.Read())
        {
            Cells item = new(row, "item", 0);
            Cells content = new(row, "content", 2);
            // Later items are turned, the first ones lie as they are.
            yield return (FormsBlob.ReadUpright(ContentTable.Pdq(content, 1, 2, 3), content, 4), item.Int(1, 1, GroupIndex.MostGroups));
        }
    }

    /// <summary>With the kinds a group's hashes may be of: by them ids are counted, so those of another number are other groups.</summary>
    static string NameOf(long changes) => string.Create(CultureInfo.InvariantCulture, $"{changes} of {BorderKind.Content}");
}
