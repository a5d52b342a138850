using System.Security.Cryptography;
using HashMatch.Lists.Formats;

namespace HashMatch.Lists.Caching;

/// <summary>Hands on a stream's bytes and takes their SHA-256 on the way: the digest is that of what was read, whatever became of the file meanwhile.</summary>
sealed class DigestingStream(Stream stream) : ForwardStream
{
    readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public override int Read(Span<byte> buffer)
    {
        var count = stream.Read(buffer);
        _hash.AppendData(buffer[..count]);
        return count;
    }

    /// <summary>Reads what is left, which a reader may have had no need of, and gives the digest of everything.</summary>
    internal byte[] DigestOfAll()
    {
        CopyTo(Null, 1 << 17);
        return _hash.GetHashAndReset();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }
}
