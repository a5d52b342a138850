using System.Buffers.Binary;
using HashMatch.Catalog.Internals;
using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Triage.Reports;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Triage;

/// <summary>The content of an item whose file nobody handed over: what the catalogue knows by one of its digests, or what the report tells.</summary>
/// <remarks>
/// The first digest that is known decides. What a report tells is never added to a content that is there: it is a claim.
/// A told content has no length, which no file that can be read has, and without an XXH128 of its own one over what is told.
/// </remarks>
sealed class DescribedContents : IDisposable
{
    static readonly DigestKind[] s_kinds = [DigestKind.Md5, DigestKind.Sha1, DigestKind.Sha256];

    readonly Dictionary<DigestKind, Statement> _find;
    readonly ContentTable _contents;

    internal DescribedContents(SqliteConnection connection)
    {
        _find = s_kinds.ToDictionary(kind => kind, kind => new Statement(connection,
            $"SELECT id, xxh128, length FROM content WHERE {ContentDigest.NameOf(kind)} = $0 ORDER BY id LIMIT 1"));
        // A content that was read comes before one that is only told of.
        _find.Add(DigestKind.XxHash128, new Statement(connection,
            "SELECT id, xxh128, length FROM content WHERE digest_key = $1 AND xxh128 = $0 ORDER BY length = 0, id LIMIT 1"));
        _contents = new ContentTable(connection);
    }

    public void Dispose()
    {
        foreach (var statement in _find.Values)
        {
            statement.Dispose();
        }

        _contents.Dispose();
    }

    internal CatalogContent ContentOf(ReportItem item) =>
        item.Digests.Select(Find).FirstOrDefault(content => content is not null) ?? Told(item);

    CatalogContent? Find(ContentDigest digest)
    {
        var bytes = Convert.FromHexString(digest.ToString());
        using var row = digest.Kind == DigestKind.XxHash128
            ? _find[digest.Kind].Rows(bytes, BinaryPrimitives.ReadInt64LittleEndian(bytes))
            : _find[digest.Kind].Rows(bytes);
        Cells content = new(row, "content", 0);
        return row.Read() ? _contents.Find(ContentTable.Digest(DigestKind.XxHash128, content, 1), content.Number(2, 0, long.MaxValue))?.Content : null;
    }

    static CatalogContent Told(ReportItem item)
    {
        // In the order in which contents are read back.
        List<ContentDigest> digests = [.. s_kinds.SelectMany(kind => item.Digests.Where(digest => digest.Kind == kind))];
        digests.Add(item.Digests.FirstOrDefault(digest => digest.Kind == DigestKind.XxHash128, ReportPlace.DescriptionOf(item)));
        return new CatalogContent
        {
            Length = 0,
            IsClaimed = true,
            Digests = digests,
            Forms = new HashForms(item.Pdq is { } hash ? new PdqResult(hash, item.Quality ?? 100) : default),
        };
    }
}
