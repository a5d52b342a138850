using System.Buffers.Binary;
using HashMatch.Evaluation.Algorithms;
using HashMatch.Evaluation.Alterations;
using HashMatch.Evaluation.Pixels;
using HashMatch.Hashers;
using HashMatch.Hashes;

namespace HashMatch.Evaluation.Measuring;

/// <summary>Makes the altered copies of a picture one after another and keeps their features. Thread-safe.</summary>
/// <param name="algorithms">What is evaluated.</param>
/// <param name="alterations">What is done to the pictures.</param>
/// <param name="seed">Equal seeds and pictures give equal copies, whatever the order.</param>
sealed class PictureMeasurer(IReadOnlyList<IEvaluatedAlgorithm> algorithms, IReadOnlyList<Alteration> alterations, ulong seed)
{
    internal MeasuredPicture Measure(string path, PixelView pixels)
    {
        var original = RgbPicture.Of(pixels);
        // Random parts differ from picture to picture, and are the same wherever the picture lies.
        var own = CounterNoise.At(seed, Digest(pixels));
        var copies = new PictureFeatures[]?[alterations.Count];
        for (var i = 0; i < copies.Length; i++)
        {
            copies[i] = alterations[i].Apply(original, own) is { } copy ? [.. algorithms.Select(algorithm => algorithm.Query(copy.View))] : null;
        }

        return new MeasuredPicture(path, [.. algorithms.Select(algorithm => algorithm.Store(original.View))], copies);
    }

    static ulong Digest(PixelView pixels) =>
        BinaryPrimitives.ReadUInt64BigEndian(Convert.FromHexString(ContentDigest.Compute(DigestKind.XxHash128, pixels.Data).ToString()));
}
