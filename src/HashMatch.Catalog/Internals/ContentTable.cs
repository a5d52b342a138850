using System.Buffers.Binary;
using HashMatch.Hashers;
using HashMatch.Hashes;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>Contents by digest and length.</summary>
sealed class ContentTable : IDisposable
{
    /// <summary>The columns <see cref="Read"/> expects, of a table or alias <c>content</c>.</summary>
    internal const string Columns =
        "content.id, content.xxh128, content.length, content.width, content.height, content.format, content.partial, content.quality, content.hash, content.forms, content.md5, content.sha1, content.sha256, content.undecided, content.claimed";

    internal const int ColumnCount = 15;

    static readonly DigestKind[] s_optional = [DigestKind.Md5, DigestKind.Sha1, DigestKind.Sha256];

    readonly Statement _find;
    readonly Statement _insert;
    readonly Statement _addDigests;
    readonly Statement _replace;

    internal ContentTable(SqliteConnection connection)
    {
        _find = new Statement(connection, $"SELECT {Columns} FROM content WHERE digest_key = $0 AND xxh128 = $1 AND length = $2");
        _insert = new Statement(connection, """
            INSERT INTO content (id, digest_key, xxh128, length, width, height, format, partial, quality, hash, forms, md5, sha1, sha256, undecided, claimed)
            VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            """);
        _replace = new Statement(connection, """
            UPDATE content SET width = $1, height = $2, format = $3, partial = $4, quality = $5, hash = $6, forms = $7,
                md5 = $8, sha1 = $9, sha256 = $10, undecided = $11, claimed = $12
            WHERE id = $0
            """);
        _addDigests = new Statement(connection,
            "UPDATE content SET md5 = coalesce(md5, $1), sha1 = coalesce(sha1, $2), sha256 = coalesce(sha256, $3) WHERE id = $0");
    }

    public void Dispose()
    {
        _find.Dispose();
        _insert.Dispose();
        _addDigests.Dispose();
        _replace.Dispose();
    }

    internal (long Number, CatalogContent Content)? Find(ContentDigest xxh128, long length)
    {
        var bytes = Bytes(xxh128);
        using var row = _find.Rows(KeyOf(bytes), bytes, length);
        return row.Read() ? Read(new Cells(row, "content", 0)) : null;
    }

    internal void Insert(long number, CatalogContent content)
    {
        var bytes = Bytes(XxHash128Of(content));
        _insert.Run(number, KeyOf(bytes), bytes, content.Length, content.Width, content.Height, content.Format,
            content.IsPartial ? 1 : 0, content.Forms.Pdq.Quality, HashOf(content), FormsBlob.Write(content.Forms),
            BytesOf(content, DigestKind.Md5), BytesOf(content, DigestKind.Sha1), BytesOf(content, DigestKind.Sha256),
            content.Forms.Pdq.UndecidedBits, content.IsClaimed ? 1 : 0);
    }

    /// <summary>Holds something else of the same bytes from now on.</summary>
    internal void Replace(long number, CatalogContent content) =>
        _replace.Run(number, content.Width, content.Height, content.Format,
            content.IsPartial ? 1 : 0, content.Forms.Pdq.Quality, HashOf(content), FormsBlob.Write(content.Forms),
            BytesOf(content, DigestKind.Md5), BytesOf(content, DigestKind.Sha1), BytesOf(content, DigestKind.Sha256),
            content.Forms.Pdq.UndecidedBits, content.IsClaimed ? 1 : 0);

    /// <summary>Takes in the digests a known content did not have yet.</summary>
    internal void AddDigests(long number, CatalogContent known, CatalogContent content)
    {
        if (s_optional.Any(kind => known.Find(kind) is null && content.Find(kind) is not null))
        {
            _addDigests.Run(number, BytesOf(content, DigestKind.Md5), BytesOf(content, DigestKind.Sha1), BytesOf(content, DigestKind.Sha256));
        }
    }

    internal static ContentDigest XxHash128Of(CatalogContent content) => content.Find(DigestKind.XxHash128) ??
        throw new ArgumentException("A catalogue knows contents by their XXH128.", nameof(content));

    internal static (long Number, CatalogContent Content) Read(Cells cells)
    {
        // In the order of a fresh reading, which decides the digest a match is told by.
        List<ContentDigest> digests = [];
        for (var i = 0; i < s_optional.Length; i++)
        {
            if (!cells.IsNull(10 + i))
            {
                digests.Add(Digest(s_optional[i], cells, 10 + i));
            }
        }

        digests.Add(Digest(DigestKind.XxHash128, cells, 1));
        return (cells.Id(0), new CatalogContent
        {
            Length = cells.Number(2, 0, long.MaxValue),
            Digests = digests,
            Forms = FormsBlob.Read(Pdq(cells, 8, 7, 13), cells, 9),
            Width = cells.IntOrNull(3, 0, int.MaxValue),
            Height = cells.IntOrNull(4, 0, int.MaxValue),
            Format = cells.TextOrNull(5),
            IsPartial = cells.Flag(6),
            IsClaimed = cells.Flag(14),
        });
    }

    /// <summary>A hash, its quality and its undecided bits, from three columns.</summary>
    internal static PdqResult Pdq(Cells cells, int hash, int quality, int undecided) =>
        new(Hash256.FromBytes(cells.Bytes(hash, Hash256.ByteLength)), cells.Int(quality, 0, 100))
        {
            UndecidedBits = cells.Int(undecided, 0, Hash256.BitCount),
        };

    internal static ContentDigest Digest(DigestKind kind, Cells cells, int column) =>
        ContentDigest.TryParse(kind, Convert.ToHexStringLower(cells.Bytes(column)), out var digest) ? digest : throw cells.Damaged(column);

    static byte[] HashOf(CatalogContent content)
    {
        var hash = new byte[Hash256.ByteLength];
        content.Forms.Pdq.Hash.CopyTo(hash);
        return hash;
    }

    static byte[]? BytesOf(CatalogContent content, DigestKind kind) => content.Find(kind) is { } digest ? Bytes(digest) : null;

    static byte[] Bytes(ContentDigest digest) => Convert.FromHexString(digest.ToString());

    /// <summary>A number the index holds in a third of the room of the digest; what shares one is told apart by the digest.</summary>
    static long KeyOf(byte[] xxh128) => BinaryPrimitives.ReadInt64LittleEndian(xxh128);
}
