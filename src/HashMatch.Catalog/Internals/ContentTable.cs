using System.Buffers.Binary;
using System.Globalization;
using HashMatch.Hashers;
using HashMatch.Hashes;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>Contents by digest and length.</summary>
sealed class ContentTable : IDisposable
{
    /// <summary>The columns <see cref="Read"/> expects, of a table or alias <c>content</c>.</summary>
    internal const string Columns =
        "content.id, content.xxh128, content.length, content.width, content.height, content.format, content.partial, content.quality, content.hash, content.forms, content.md5, content.sha1, content.sha256, content.undecided";

    internal const int ColumnCount = 14;

    static readonly DigestKind[] s_optional = [DigestKind.Md5, DigestKind.Sha1, DigestKind.Sha256];

    readonly Statement _find;
    readonly Statement _insert;
    readonly Statement _addDigests;
    readonly Statement _setForms;

    internal ContentTable(SqliteConnection connection)
    {
        _find = new Statement(connection, $"SELECT {Columns} FROM content WHERE digest_key = $0 AND xxh128 = $1 AND length = $2");
        _insert = new Statement(connection, """
            INSERT INTO content (id, digest_key, xxh128, length, width, height, format, partial, quality, hash, forms, md5, sha1, sha256, undecided)
            VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            """);
        _setForms = new Statement(connection, "UPDATE content SET forms = $1 WHERE id = $0");
        _addDigests = new Statement(connection,
            "UPDATE content SET md5 = coalesce(md5, $1), sha1 = coalesce(sha1, $2), sha256 = coalesce(sha256, $3) WHERE id = $0");
    }

    public void Dispose()
    {
        _find.Dispose();
        _insert.Dispose();
        _addDigests.Dispose();
        _setForms.Dispose();
    }

    internal (long Number, CatalogContent Content)? Find(ContentDigest xxh128, long length)
    {
        var bytes = Bytes(xxh128);
        using var row = _find.Rows(KeyOf(bytes), bytes, length);
        return row.Read() ? (row.GetInt64(0), Read(row, 0)) : null;
    }

    internal void Insert(long number, CatalogContent content)
    {
        var bytes = Bytes(XxHash128Of(content));
        var hash = new byte[Hash256.ByteLength];
        content.Forms.Pdq.Hash.CopyTo(hash);
        _insert.Run(number, KeyOf(bytes), bytes, content.Length, content.Width, content.Height, content.Format,
            content.IsPartial ? 1 : 0, content.Forms.Pdq.Quality, hash, FormsBlob.Write(content.Forms),
            BytesOf(content, DigestKind.Md5), BytesOf(content, DigestKind.Sha1), BytesOf(content, DigestKind.Sha256), content.Forms.Pdq.UndecidedBits);
    }

    /// <summary>Takes in what a known content did not have yet: digests, forms.</summary>
    internal void Complete(long number, CatalogContent known, CatalogContent content)
    {
        if (known.Forms.Dihedral is null && content.Forms.Dihedral is not null)
        {
            _setForms.Run(number, FormsBlob.Write(content.Forms));
        }

        if (s_optional.Any(kind => known.Find(kind) is null && content.Find(kind) is not null))
        {
            _addDigests.Run(number, BytesOf(content, DigestKind.Md5), BytesOf(content, DigestKind.Sha1), BytesOf(content, DigestKind.Sha256));
        }
    }

    internal static ContentDigest XxHash128Of(CatalogContent content) => content.Find(DigestKind.XxHash128) ??
        throw new ArgumentException("A catalogue knows contents by their XXH128.", nameof(content));

    internal static CatalogContent Read(SqliteDataReader row, int first)
    {
        // In the order of a fresh reading, which decides the digest a match is told by.
        List<ContentDigest> digests = [];
        for (var i = 0; i < s_optional.Length; i++)
        {
            if (!row.IsDBNull(first + 10 + i))
            {
                digests.Add(Digest(s_optional[i], row, first + 10 + i));
            }
        }

        digests.Add(Digest(DigestKind.XxHash128, row, first + 1));
        PdqResult pdq = new(Hash256.FromBytes(row.GetFieldValue<byte[]>(first + 8)), row.GetInt32(first + 7)) { UndecidedBits = row.GetInt32(first + 13) };
        return new CatalogContent
        {
            Length = row.GetInt64(first + 2),
            Digests = digests,
            Forms = FormsBlob.Read(pdq, row.IsDBNull(first + 9) ? null : row.GetFieldValue<byte[]>(first + 9)),
            Width = row.IsDBNull(first + 3) ? null : row.GetInt32(first + 3),
            Height = row.IsDBNull(first + 4) ? null : row.GetInt32(first + 4),
            Format = row.IsDBNull(first + 5) ? null : row.GetString(first + 5),
            IsPartial = row.GetInt64(first + 6) != 0,
        };
    }

    static ContentDigest Digest(DigestKind kind, SqliteDataReader row, int column) =>
        ContentDigest.TryParse(kind, Convert.ToHexStringLower(row.GetFieldValue<byte[]>(column)), out var digest)
            ? digest
            : throw new CatalogException(string.Create(CultureInfo.InvariantCulture, $"a content of the catalogue has a {ContentDigest.NameOf(kind)} of the wrong length: it is damaged."));

    static byte[]? BytesOf(CatalogContent content, DigestKind kind) => content.Find(kind) is { } digest ? Bytes(digest) : null;

    static byte[] Bytes(ContentDigest digest) => Convert.FromHexString(digest.ToString());

    /// <summary>A number the index holds in a third of the room of the digest; what shares one is told apart by the digest.</summary>
    static long KeyOf(byte[] xxh128) => BinaryPrimitives.ReadInt64LittleEndian(xxh128);
}
