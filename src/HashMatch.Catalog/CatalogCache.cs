using HashMatch.Catalog.Internals;
using HashMatch.Hashes;
using Microsoft.Data.Sqlite;

namespace HashMatch.Catalog;

/// <summary>Looks up what was committed: the items of places, and contents by their digest.</summary>
/// <remarks>Safe from any thread, beside the writer: it has a connection of its own and lets one look-up in at a time.</remarks>
public sealed class CatalogCache : IDisposable
{
    readonly Lock _gate = new();
    readonly string _path;
    readonly SqliteConnection _connection;
    readonly ItemTable _items;
    readonly ContentTable _contents;
    bool _isDisposed;

    internal CatalogCache(string path)
    {
        _path = path;
        _connection = CatalogDatabase.OpenToRead(path);
        _items = new ItemTable(_connection);
        _contents = new ContentTable(_connection);
    }

    /// <summary>What was read of a place when it was last looked at, if the file is as it was then; null otherwise.</summary>
    /// <param name="place">The place, as items name it.</param>
    /// <param name="stamp">What the file looks like now.</param>
    /// <exception cref="CatalogException">The catalogue could not be read.</exception>
    /// <exception cref="ObjectDisposedException">The catalogue was closed.</exception>
    public RememberedItem? Find(string place, FileStamp stamp)
    {
        if (stamp.Modified is null)
        {
            return null;
        }

        return CatalogException.Attempt(_path, () =>
        {
            lock (_gate)
            {
                ObjectDisposedException.ThrowIf(_isDisposed, this);
                return _items.Find(place) is { Content.IsClaimed: false } item && stamp.IsUnchangedFrom(new FileStamp(item.Content.Length, item.Modified))
                    ? item
                    : null;
            }
        });
    }

    /// <summary>What was made of these bytes when they were read before, wherever they lay; null if they were not.</summary>
    /// <param name="xxh128">Their <see cref="DigestKind.XxHash128"/>.</param>
    /// <param name="length">Their length.</param>
    /// <exception cref="CatalogException">The catalogue could not be read.</exception>
    /// <exception cref="ObjectDisposedException">The catalogue was closed.</exception>
    public CatalogContent? FindContent(ContentDigest xxh128, long length) => CatalogException.Attempt(_path, () =>
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return _contents.Find(xxh128, length)?.Content is { IsClaimed: false } content ? content : null;
        }
    });

    /// <summary>Closes the connection; look-ups under way end first.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _items.Dispose();
            _contents.Dispose();
            _connection.Dispose();
        }
    }
}
