using HashMatch.Hashers;
using HashMatch.Hashers.Regions;
using HashMatch.Hashes;
using HashMatch.Hosting.Names;
using HashMatch.Hosting.Telemetry;
using HashMatch.Imaging;

namespace HashMatch.Hosting.Pipeline;

/// <summary>A picture from path, stream or bytes to hashes: read, digest, decode, hash. Never throws for a bad file. Thread-safe.</summary>
/// <param name="decoder">Bytes to pixels.</param>
/// <param name="hasher">Makes the hashes; its profile also says how large a picture must be decoded.</param>
/// <param name="options">The limits of one picture, and of all that are held at once.</param>
/// <param name="digestKinds">The digests wanted.</param>
/// <param name="forms">The altered forms wanted.</param>
/// <param name="regions">What hashes parts of pictures, where that is wanted.</param>
/// <param name="remembered">The contents a catalogue knows, which need not be decoded again.</param>
/// <param name="metrics">Takes the time, where somebody wants to know.</param>
sealed class PictureHasher(IImageDecoder decoder, PdqHasher hasher, DecodeOptions options, IReadOnlyList<DigestKind> digestKinds,
    FormKinds forms, RegionHasher? regions = null, RememberedContents? remembered = null, ServiceMetrics? metrics = null)
{
    readonly PictureReader _reader = new(decoder, options with { SufficientSide = hasher.Profile.SufficientSide });
    long _pixels;

    /// <summary>Pixels hashed so far.</summary>
    internal long PixelCount => Interlocked.Read(ref _pixels);

    /// <summary>Hashes a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="work">What else is to be done with the picture.</param>
    /// <param name="length">The file's length, where it was looked at already.</param>
    internal HashedPicture Hash(string path, Action<DecodedImage>? work = null, long? length = null) =>
        Hash((onImage, needsPicture, onHeader) => _reader.Read(path, onImage, needsPicture, onHeader, length), work);

    /// <summary>Hashes bytes that the caller holds: the whole of a file.</summary>
    internal HashedPicture Hash(ReadOnlyMemory<byte> bytes) =>
        Hash((onImage, needsPicture, onHeader) => _reader.Read(bytes, onImage, needsPicture, onHeader), null);

    /// <summary>Hashes a stream from where it stands to its end.</summary>
    internal HashedPicture Hash(Stream stream, long? mostBytes)
    {
        using var loaded = _reader.Load(stream, mostBytes);
        return HashLoaded(loaded);
    }

    /// <summary>Brings a stream into memory, for <see cref="HashLoaded"/>, without holding a thread.</summary>
    internal ValueTask<LoadedStream> LoadAsync(Stream stream, long? mostBytes, CancellationToken cancellation) =>
        _reader.LoadAsync(stream, mostBytes, cancellation);

    internal HashedPicture HashLoaded(LoadedStream loaded) =>
        loaded.Error is { } error ? new HashedPicture { Error = error } : Hash(loaded.Bytes);

    /// <summary>Hashes pixels.</summary>
    internal HashedPicture Hash(PixelView pixels)
    {
        using var timing = metrics?.TimeHashing() ?? default;
        return new HashedPicture
        {
            Width = pixels.Width,
            Height = pixels.Height,
            Forms = hasher.HashForms(pixels, forms),
            Regions = regions?.Hash(pixels),
        };
    }

    /// <summary>Hashes luma. Borders and regions are found in pixels alone.</summary>
    internal HashedPicture Hash(LumaPlane luma)
    {
        using var timing = metrics?.TimeHashing() ?? default;
        return new HashedPicture
        {
            Width = luma.Width,
            Height = luma.Height,
            Forms = (forms & FormKinds.Dihedral) == 0 ? new HashForms(hasher.Hash(luma)) : FormsOf(hasher.HashDihedral(luma)),
        };
    }

    HashedPicture Hash(Func<Action<DecodedImage>, Func<ReadOnlyMemory<byte>, bool>, Action<ImageHeader>, ImageError?> read, Action<DecodedImage>? work)
    {
        var picture = new HashedPicture();
        var isKnown = false;
        var error = read(
            image =>
            {
                work?.Invoke(image);
                picture = With(picture, image);
            },
            bytes =>
            {
                picture = picture with { ByteLength = bytes.Length, Digests = Digest(bytes.Span) };
                isKnown = remembered?.TryFind(ref picture) == true;
                return !isKnown;
            },
            header => picture = picture with { Format = RecordNames.Of(header.Format) });
        return isKnown || error is null ? picture : picture with { Error = error };
    }

    HashedPicture With(HashedPicture picture, DecodedImage image)
    {
        Interlocked.Add(ref _pixels, (long)image.FullWidth * image.FullHeight);
        using var timing = metrics?.TimeHashing() ?? default;
        return picture with
        {
            Width = image.FullWidth,
            Height = image.FullHeight,
            IsPartial = image.IsPartial,
            Forms = hasher.HashForms(image.Pixels, forms),
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

    static HashForms FormsOf(PdqDihedralResult result)
    {
        PdqResult pdq = new(result.Hashes[DihedralTransform.Identity], result.Quality) { UndecidedBits = result.UndecidedBits };
        return new HashForms(pdq, result.Hashes);
    }
}
