using HashMatch.Imaging;

namespace HashMatch.Benchmarks.Folders;

/// <summary>Header and pixels, then the pixels are given back: what hashing comes on top of.</summary>
sealed class DecodePass(IReadOnlyList<Picture> pictures, int threads, IImageDecoder decoder, Recipe recipe)
    : Pass("decode", pictures, threads, decoder, recipe)
{
    protected override void Process(Picture picture, PassTally tally)
    {
        if (TryDecode(picture, tally, out var image))
        {
            using (image)
            {
                Count(image, 1, tally);
            }
        }
    }
}
