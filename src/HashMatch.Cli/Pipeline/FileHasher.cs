using HashMatch.Cli.Files;
using HashMatch.Hashers;
using HashMatch.Hashers.Regions;
using HashMatch.Hashes;
using HashMatch.Hosting.Pipeline;
using HashMatch.Imaging;

namespace HashMatch.Cli.Pipeline;

/// <summary>One input from path to hash, by all algorithms a run asks for. Never throws for a bad file. Thread-safe.</summary>
sealed class FileHasher(IImageDecoder decoder, PdqHasher hasher, DecodeOptions options, IReadOnlyList<DigestKind> digestKinds,
    FormKinds forms, AlgorithmHasher algorithms, RegionHasher? regions = null, RememberedContents? remembered = null)
{
    readonly PictureHasher _hasher = new(decoder, hasher, options, digestKinds, forms, regions, remembered);

    /// <summary>Pixels hashed so far.</summary>
    internal long PixelCount => _hasher.PixelCount;

    /// <param name="path">The file.</param>
    /// <param name="length">Its length, where it was looked at already.</param>
    internal HashedFile Hash(string path, long? length = null)
    {
        IReadOnlyList<AlgorithmHash> hashes = [];
        var picture = _hasher.Hash(path, image => hashes = algorithms.Hash(image.Pixels), length);
        return new HashedFile(path) { Picture = picture, Profile = picture.Forms is null ? null : hasher.Profile.Name, Hashes = hashes };
    }
}
