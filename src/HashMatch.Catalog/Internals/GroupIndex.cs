using System.Globalization;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Indexes;
using HashMatch.Storage;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>The hashes of the first items of all groups, in memory: from the snapshot beside the catalogue and what came since.</summary>
/// <remarks>
/// The snapshot says which catalogue it is of, up to which decision, and that decision's link. The link stands for all
/// decisions before it, so a snapshot is used only where the catalogue is the one it was made from, not a copy that went
/// another way since.
/// </remarks>
sealed class GroupIndex
{
    /// <summary>Fewer groups are read from the catalogue in no time.</summary>
    const int LeastToSave = 4096;

    readonly HashIndex<Hash256> _index;
    readonly List<SearchHit> _hits = [];
    readonly int _minQuality;
    int _saved;

    GroupIndex(HashIndex<Hash256> index, int minQuality)
    {
        _index = index;
        _minQuality = minQuality;
        _saved = index.Count;
    }

    /// <summary>Groups that near items can join.</summary>
    internal int Count => _index.Count;

    /// <param name="connection">The catalogue.</param>
    /// <param name="path">Its file.</param>
    /// <param name="catalogId">Its id.</param>
    /// <param name="settings">Its settings.</param>
    internal static GroupIndex Load(SqliteConnection connection, string path, byte[] catalogId, CatalogSettings settings)
    {
        var (index, last) = FromSnapshot(connection, path, catalogId, settings.Profile) ?? (new HashIndex<Hash256>(), 0);
        GroupIndex groups = new(index, settings.Bounds.MinQuality);
        List<Hash256> hashes = [];
        List<int> ids = [];
        using Statement since = new(connection, """
            SELECT item.opened, content.hash FROM item JOIN content ON content.id = item.content
            WHERE item.opened > $0 AND content.quality >= $1 ORDER BY item.opened
            """);
        using var row = since.Rows(last, settings.Bounds.MinQuality);
        while (row.Read())
        {
            ids.Add(IdOf(row.GetInt64(0)));
            hashes.Add(Hash256.FromBytes(row.GetFieldValue<byte[]>(1)));
        }

        index.AddRange([.. hashes], [.. ids]);
        return groups;
    }

    /// <summary>Adds a group, unless its hash says too little for others to join it.</summary>
    internal void Add(PdqResult pdq, long opened)
    {
        if (pdq.Quality >= _minQuality)
        {
            _index.Add(pdq.Hash, IdOf(opened));
        }
    }

    /// <summary>The nearest group within the radius; of equally near ones the earliest.</summary>
    internal NearGroup? FindNearest(HashForms forms, int radius)
    {
        NearGroup? nearest = null;
        foreach (var form in forms.All)
        {
            _index.SearchRadius(form.Hash, Math.Min(radius, Hash256.BitCount), _hits);
            if (_hits.Count > 0 && (nearest is not { } found || (_hits[0].Distance, (long)_hits[0].Id).CompareTo((found.Distance, found.Opened)) < 0))
            {
                nearest = new NearGroup(_hits[0].Id, _hits[0].Distance, form.Transform);
            }
        }

        return nearest;
    }

    /// <summary>Writes the snapshot when a good part of the groups is not in it. All must be committed.</summary>
    internal void SaveIfLagging(string path, byte[] catalogId, CatalogSettings settings, DecisionLog log)
    {
        if (_index.Count - _saved < Math.Max(LeastToSave, _index.Count / 16))
        {
            return;
        }

        IndexSnapshot<Hash256>.Save(_index, CatalogFiles.HashesOf(path), settings.Profile.Name,
            [Convert.ToHexStringLower(catalogId), log.Last.ToString(CultureInfo.InvariantCulture), Convert.ToHexStringLower(log.Head)]);
        _saved = _index.Count;
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

    static int IdOf(long opened) => opened <= int.MaxValue ? (int)opened
        : throw new CatalogException("the catalogue is full: it holds 2^31 decisions. Begin another one.");
}
