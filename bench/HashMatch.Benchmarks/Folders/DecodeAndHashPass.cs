using HashMatch.Imaging;

namespace HashMatch.Benchmarks.Folders;

/// <summary>From a file's bytes to its hash.</summary>
sealed class DecodeAndHashPass(IReadOnlyList<Picture> pictures, int threads, IImageDecoder decoder, Recipe recipe)
    : Pass("decode + hash", pictures, threads, decoder, recipe)
{
    protected override void Process(Picture picture, PassTally tally)
    {
        if (TryDecode(picture, tally, out var image))
        {
            using (image)
            {
                Hash(picture, image, 1, tally);
                Count(image, 1, tally);
            }
        }
    }
}
