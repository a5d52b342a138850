using HashMatch.Hashers;
using HashMatch.Hashers.Regions;
using HashMatch.Hashes;
using HashMatch.Imaging;

namespace HashMatch.Cli.Pipeline;

/// <summary>One input from path to hash: read, digest, decode, hash. Never throws for a bad file. Thread-safe.</summary>
sealed class FileHasher(IImageDecoder decoder, PdqHasher hasher, DecodeOptions options, IReadOnlyList<DigestKind> digestKinds,
    FormKinds forms, AlgorithmHasher algorithms, RegionHasher? regions = null, FileMemory? memory = null)
{
    readonly PictureReader _reader = new(decoder, options with { SufficientSide = hasher.Profile.SufficientSide });
    long _pixels;

    /// <summary>Pixels hashed so far.</summary>
    internal long PixelCount => Interlocked.Read(ref _pixels);

    /// <param name="path">The file.</param>
    /// <param name="length">Its length, where it was looked at already.</param>
    internal HashedFile Hash(string path, long? length = null)
    {
        try
        {
            return ReadAndHash(path, length);
        }
        catch (OutOfMemoryException)
        {
            return new HashedFile(path) { Error = PictureReader.NoMemory };
        }
    }

    HashedFile ReadAndHash(string path, long? length)
    {
        var file = new HashedFile(path);
        HashedFile? known = null;
        var error = _reader.Read(
            path,
            image => file = WithHash(file, image),
            content =>
            {
                file = file with { ByteLength = content.Length, Digests = Digest(content.Span) };
                known = memory?.FindContent(file);
                return known is null;
            },
            header => file = file with { Format = WireNames.Of(header.Format) },
            length);
        return known ?? (error is null ? file : file with { Error = error });
    }

    HashedFile WithHash(HashedFile file, DecodedImage image)
    {
        Interlocked.Add(ref _pixels, (long)image.FullWidth * image.FullHeight);
        var hashes = hasher.HashForms(image.Pixels, forms);
        return file with
        {
            Width = image.FullWidth,
            Height = image.FullHeight,
            IsPartial = image.IsPartial,
            Profile = hasher.Profile.Name,
            Pdq = hashes.Pdq,
            Dihedral = hashes.Dihedral,
            Trimmed = hashes.Trimmed,
            Hashes = algorithms.Hash(image.Pixels),
            Regions = regions?.Hash(image.Pixels, image.FullWidth, image.FullHeight),
        };
    }

    ContentDigest[] Digest(ReadOnlySpan<byte> bytes)
    {
        var digests = new ContentDigest[digestKinds.Count];
        for (var i = 0; i < digests.Length; i++)
        {
            digests[i] = ContentDigest.Compute(digestKinds[i], bytes);
        }

        return digests;
    }
}
