using System.Buffers.Binary;
using System.Globalization;
using HashMatch.Hashes;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog.Internals;

/// <summary>Finds the item somebody means by a text: a place, a path, a number, a digest or a hash.</summary>
/// <param name="connection">The catalogue.</param>
/// <param name="toPlace">The place a path leads to, as items name it.</param>
sealed class NamedItems(SqliteConnection connection, Func<string, string> toPlace) : IDisposable
{
    const string Select =
        "SELECT item.id, item.place, item.path, item.content, decision.seq, decision.evidence FROM item LEFT JOIN decision ON decision.seq = item.decision";

    const string NumberPrefix = "item:";
    const string HashPrefix = "pdq:";

    readonly Statement _ofNumber = new(connection, Select + " WHERE item.id = $0");
    readonly Statement _ofPlace = new(connection, Select + " WHERE item.place = $0 ORDER BY item.current DESC, item.id DESC LIMIT 1");
    readonly Statement _ofPath = new(connection, Select + " WHERE item.path = $0 AND item.current = 1 LIMIT 2");
    readonly Statement _ofContent = new(connection, Select + " WHERE item.content = $0 ORDER BY item.current DESC, item.id LIMIT 1");

    public void Dispose()
    {
        _ofNumber.Dispose();
        _ofPlace.Dispose();
        _ofPath.Dispose();
        _ofContent.Dispose();
    }

    /// <summary>The item meant, or null where none is.</summary>
    /// <exception cref="FeedbackException">The text means several items, or its digits are no digest.</exception>
    internal FoundItem? Find(string text) =>
        text.StartsWith(NumberPrefix, StringComparison.Ordinal) && long.TryParse(text.AsSpan(NumberPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? OfNumber(number)
            : ByBytes(text) ?? One(_ofPlace.Rows(text)) ?? One(_ofPlace.Rows(toPlace(text))) ?? One(_ofPath.Rows(text));

    internal FoundItem? OfNumber(long number) => One(_ofNumber.Rows(number));

    /// <summary>The item whose bytes or hash a prefix names; null without such a prefix.</summary>
    FoundItem? ByBytes(string text)
    {
        if (text.StartsWith(HashPrefix, StringComparison.Ordinal))
        {
            if (!Hash256.TryParse(text.AsSpan(HashPrefix.Length), out var hash))
            {
                throw new FeedbackException("what follows 'pdq:' is no hash of 64 hexadecimal digits.");
            }

            var bytes = new byte[Hash256.ByteLength];
            hash.CopyTo(bytes);
            return OfContents("SELECT id FROM content WHERE hash = $0 LIMIT 2", bytes, "pdq");
        }

        foreach (var kind in (ReadOnlySpan<DigestKind>)[DigestKind.XxHash128, DigestKind.Md5, DigestKind.Sha1, DigestKind.Sha256])
        {
            var name = ContentDigest.NameOf(kind);
            if (!text.StartsWith(name + ":", StringComparison.Ordinal))
            {
                continue;
            }

            if (!ContentDigest.TryParse(kind, text.AsSpan(name.Length + 1), out var digest))
            {
                throw new FeedbackException($"what follows '{name}:' is no {name}.");
            }

            var bytes = Convert.FromHexString(digest.ToString());
            return kind == DigestKind.XxHash128
                ? OfContents("SELECT id FROM content WHERE digest_key = $1 AND xxh128 = $0 LIMIT 2", bytes, name, BinaryPrimitives.ReadInt64LittleEndian(bytes))
                : OfContents($"SELECT id FROM content WHERE {name} = $0 LIMIT 2", bytes, name);
        }

        return null;
    }

    FoundItem OfContents(string select, byte[] bytes, string name, long? key = null)
    {
        using Statement find = new(connection, select);
        using var row = key is null ? find.Rows(bytes) : find.Rows(bytes, key);
        if (!row.Read())
        {
            throw new FeedbackException($"the catalogue holds no content of that {name}.");
        }

        var content = new Cells(row, "content", 0).Id(0);
        return !row.Read() && One(_ofContent.Rows(content)) is { } item ? item
            : throw new FeedbackException($"several contents have that {name}: name the item by its number, as 'item:12'.");
    }

    static FoundItem? One(SqliteDataReader reader)
    {
        using var row = reader;
        if (!row.Read())
        {
            return null;
        }

        Cells cells = new(row, "item", 0);
        Cells decision = new(row, "decision", 4);
        FoundItem item = new(new ItemName(cells.Id(0), cells.Text(1), cells.Text(2)), cells.Id(3), new Evidence(decision.Text(1), decision.Id(0)));
        return !row.Read() ? item
            : throw new FeedbackException($"several items bear the path '{item.Name.Path}': name the one by its place, or by its number, as 'item:12'.");
    }
}
