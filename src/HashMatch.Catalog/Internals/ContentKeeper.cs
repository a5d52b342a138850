using HashMatch.Hashes;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>Contents as they become known. What was read here is believed over what a record claims, whichever came first.</summary>
/// <remarks>
/// The hashes of what was read never change. Those of a claim do, once: when the file itself is read, or by a record that has
/// the same hash and more forms. Then groups it opened are kept under the new hashes, and its items are decided anew when
/// they are next seen.
/// </remarks>
sealed class ContentKeeper : IDisposable
{
    static readonly DigestKind[] s_kinds = [DigestKind.Md5, DigestKind.Sha1, DigestKind.Sha256, DigestKind.XxHash128];

    readonly KeptGroups _groups;
    readonly ContentTable _contents;
    readonly Statement _opened;
    readonly Statement _unsettle;
    long _last;

    internal ContentKeeper(SqliteConnection connection, KeptGroups groups)
    {
        _groups = groups;
        _contents = new ContentTable(connection);
        _opened = new Statement(connection, "SELECT opened FROM item WHERE content = $0 AND opened IS NOT NULL ORDER BY opened");
        _unsettle = new Statement(connection, "UPDATE item SET settled = 0 WHERE content = $0");
        _last = Statement.LastId(connection, "content");
    }

    public void Dispose()
    {
        _contents.Dispose();
        _opened.Dispose();
        _unsettle.Dispose();
    }

    /// <summary>What is held of a content from now on, and its number; 0 if it is new.</summary>
    internal (long Number, CatalogContent Content) Settle(CatalogContent given)
    {
        if (_contents.Find(ContentTable.XxHash128Of(given), given.Length) is not var (number, known))
        {
            return (0, given);
        }

        if (known.IsClaimed && (!given.IsClaimed || SaysMore(given, known)))
        {
            Replace(number, known, given);
            return (number, given);
        }

        if (!given.IsClaimed || known.IsClaimed)
        {
            _contents.AddDigests(number, known, given);
        }

        return (number, given with { Forms = known.Forms, Digests = given.IsClaimed ? Join(known, given) : given.Digests });
    }

    /// <summary>Adds a content that is new; gives its number.</summary>
    internal long Insert(CatalogContent content)
    {
        _contents.Insert(++_last, content);
        return _last;
    }

    void Replace(long number, CatalogContent known, CatalogContent given)
    {
        // A claimed digest may be as wrong as a claimed hash.
        _contents.Replace(number, given.IsClaimed ? given with { Digests = Join(known, given) } : given);
        if (known.Forms.All.SequenceEqual(given.Forms.All))
        {
            return;
        }

        _unsettle.Run(number);
        List<long> opened = [];
        using (var row = _opened.Rows(number))
        {
            while (row.Read())
            {
                opened.Add(new Cells(row, "item", 0).Id(0));
            }
        }

        opened.ForEach(group => _groups.Replace(known.Forms, given.Forms, group));
    }

    static bool SaysMore(CatalogContent given, CatalogContent known) =>
        given.Forms.Pdq == known.Forms.Pdq && given.Forms.All.Length > known.Forms.All.Length;

    /// <summary>The digests of both, in the order of a fresh reading; what is known counts.</summary>
    static List<ContentDigest> Join(CatalogContent known, CatalogContent given)
    {
        List<ContentDigest> digests = [];
        foreach (var kind in s_kinds)
        {
            if ((known.Find(kind) ?? given.Find(kind)) is { } digest)
            {
                digests.Add(digest);
            }
        }

        return digests;
    }
}
