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
/// The snapshot says which catalogue it is of, up to which decision, and that decision's link. The link stands for all
/// decisions before it, so a snapshot is used only where the catalogue is the one it was made from, not a copy that went
/// another way since.
/// </remarks>
sealed class KeptGroups
{
    /// <summary>Fewer groups are read from the catalogue in no time.</summary>
    const int LeastToSave = 4096;

    readonly GroupIndex _groups;
    int _saved;

    KeptGroups(GroupIndex groups)
    {
        _groups = groups;
        _saved = groups.Hashes.Count;
    }

    /// <param name="connection">The catalogue.</param>
    /// <param name="path">Its file.</param>
    /// <param name="catalogId">Its id.</param>
    /// <param name="settings">Its settings.</param>
    internal static KeptGroups Load(SqliteConnection connection, string path, byte[] catalogId, CatalogSettings settings)
    {
        var (index, last) = FromSnapshot(connection, path, catalogId, settings.Profile) ?? (new HashIndex<Hash256>(), 0L);
        GroupIndex groups = new(settings.Bounds, index);
        KeptGroups kept = new(groups);
        groups.AddRange(OpenedSince(connection, last));
        return kept;
    }

    internal void Add(HashForms first, long opened) => _groups.Add(first, GroupOf(opened));

    /// <summary>The nearest group; its number is the decision by which it was opened.</summary>
    internal GroupHit? FindNearest(HashForms forms) => _groups.FindNearest(forms);

    /// <summary>The same among the groups that may be found, see <see cref="GroupIndex.FindNearest(HashForms, Predicate{int}, ICollection{GroupHit})"/>.</summary>
    internal GroupHit? FindNearest(HashForms forms, Predicate<int> isPassedOver, ICollection<GroupHit> passedOver) =>
        _groups.FindNearest(forms, isPassedOver, passedOver);

    /// <summary>Writes the snapshot when a good part of the groups is not in it. All must be committed.</summary>
    internal void SaveIfLagging(string path, byte[] catalogId, CatalogSettings settings, DecisionLog log)
    {
        if (_groups.Hashes.Count - _saved < Math.Max(LeastToSave, _groups.Hashes.Count / 16))
        {
            return;
        }

        IndexSnapshot<Hash256>.Save(_groups.Hashes, CatalogFiles.HashesOf(path), settings.Profile.Name,
            [Convert.ToHexStringLower(catalogId), log.Last.ToString(CultureInfo.InvariantCulture), Convert.ToHexStringLower(log.Head)]);
        _saved = _groups.Hashes.Count;
    }

    static (HashIndex<Hash256> Index, long Last)? FromSnapshot(SqliteConnection connection, string path, byte[] catalogId, HashProfile profile)
    {
        try
        {
            var snapshot = IndexSnapshot<Hash256>.Open(CatalogFiles.HashesOf(path));
            using Statement link = new(connection, "SELECT link FROM decision WHERE seq = $0");
            return snapshot.Profile == profile.Name && snapshot.NameOf(0) == Convert.ToHexStringLower(catalogId) &&
                long.TryParse(snapshot.NameOf(1), CultureInfo.InvariantCulture, out var last) &&
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
            SELECT item.opened, content.hash, content.quality, content.undecided, content.forms
            FROM item JOIN content ON content.id = item.content WHERE item.opened > $0 ORDER BY item.opened
            """);
        using var row = since.Rows(last);
        while (row.Read())
        {
            PdqResult pdq = new(Hash256.FromBytes(row.GetFieldValue<byte[]>(1)), row.GetInt32(2)) { UndecidedBits = row.GetInt32(3) };
            // Later items are turned, the first ones lie as they are.
            var trimmed = row.IsDBNull(4) ? null : FormsBlob.ReadTrimmed(row.GetFieldValue<byte[]>(4));
            yield return (new HashForms(pdq, null, trimmed), GroupOf(row.GetInt64(0)));
        }
    }

    static int GroupOf(long opened) => opened <= GroupIndex.MostGroups ? (int)opened
        : throw new CatalogException($"the catalogue is full: it holds {GroupIndex.MostGroups} decisions. Begin another one.");
}
