using HashMatch.Imaging;

namespace HashMatch.Benchmarks.Folders;

/// <summary>Hashing alone, on one thread: pictures spread over the folder, each decoded and then hashed some times over.</summary>
/// <remarks>One picture's pixels are held at a time, so memory does not grow with the folder.</remarks>
sealed class HashPass(IReadOnlyList<Picture> pictures, IImageDecoder decoder, Recipe recipe)
    : Pass("hash only", Spread(pictures), 1, decoder, recipe)
{
    internal const int MostPictures = 100;
    internal const int TimesEach = 5;

    internal override bool IsWhole => false;

    protected override void Process(Picture picture, PassTally tally)
    {
        if (TryDecode(picture, tally, out var image))
        {
            using (image)
            {
                Hash(picture, image, TimesEach, tally);
                Count(image, TimesEach, tally);
            }
        }
    }

    protected override TimeSpan ChargedTime(TimeSpan elapsed, PassTally all) => all.HashTime;

    static List<Picture> Spread(IReadOnlyList<Picture> pictures)
    {
        var count = Math.Min(MostPictures, pictures.Count);
        return [.. Enumerable.Range(0, count).Select(i => pictures[(int)((long)i * pictures.Count / count)])];
    }
}
