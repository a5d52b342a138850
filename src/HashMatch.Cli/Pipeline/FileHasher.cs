using HashMatch.Hashers;
using HashMatch.Hashers.Regions;
using HashMatch.Hashes;
using HashMatch.Imaging;

namespace HashMatch.Cli.Pipeline;

/// <summary>One input from path to hash: read, digest, decode, hash. Never throws for a bad file. Thread-safe.</summary>
sealed class FileHasher(IImageDecoder decoder, PdqHasher hasher, DecodeOptions options, IReadOnlyList<DigestKind> digestKinds,
    FormKinds forms, AlgorithmHasher algorithms, RegionHasher? regions = null, FileMemory? memory = null)
{
    // One file of the largest size, and one picture, whatever the number of threads. Bytes are always taken first.
    readonly WorkBudget _bytes = new(options.MaxBytes);
    readonly WorkBudget _decodedPixels = new(options.MaxPixels);
    readonly DecodeOptions _decode = options with { SufficientSide = hasher.Profile.SufficientSide };
    long _pixels;

    /// <summary>Pixels hashed so far.</summary>
    internal long PixelCount => Interlocked.Read(ref _pixels);

    internal HashedFile Hash(string path)
    {
        try
        {
            return ReadAndHash(path);
        }
        catch (OutOfMemoryException)
        {
            // One picture's memory is asked for in one piece: without it that picture fails, and the run goes on.
            return new HashedFile(path)
            {
                Error = new ImageError(ImageErrorCode.TooLarge, "There is not enough memory for this picture: lower --threads or --max-pixels."),
            };
        }
    }

    HashedFile ReadAndHash(string path)
    {
        var file = new HashedFile(path);
        using var bytes = _bytes.Take(LengthOf(path));
        if (!ImageFile.TryRead(path, options, out var content, out var error))
        {
            return file with { Error = error };
        }

        using (content)
        {
            file = file with { ByteLength = content.Memory.Length, Digests = Digest(content.Memory.Span) };
            if (memory?.FindContent(file) is { } known)
            {
                return known;
            }

            if (!decoder.TryReadHeader(content.Memory, options, out var header, out error))
            {
                return file with { Error = error };
            }

            file = file with { Format = WireNames.Of(header.Format) };
            using var pixels = _decodedPixels.Take(header.PixelCount);
            if (!decoder.TryDecode(content.Memory, _decode, out var image, out error))
            {
                return file with { Error = error };
            }

            using (image)
            {
                return WithHash(file, image);
            }
        }
    }

    /// <summary>The bytes reading will hold; 0 for what will not be read at all.</summary>
    internal static long LengthOf(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return (file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true)) is FileInfo { Exists: true } target
                ? target.Length
                : 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Reading it says why.
            return 0;
        }
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
