using System.Globalization;
using HashMatch.Imaging;

namespace HashMatch.Benchmarks.Folders;

/// <summary>Runs all passes over a folder, round after round.</summary>
sealed class FolderBenchmark
{
    readonly List<PassSeries> _series = [];

    internal FolderBenchmark(PictureSet set, IImageDecoder decoder, IReadOnlyList<Recipe> recipes, int threads)
    {
        foreach (var recipe in recipes)
        {
            foreach (var count in new[] { 1, threads }.Distinct())
            {
                var decode = new PassSeries(new DecodePass(set.Pictures, count, decoder, recipe));
                var whole = new PassSeries(new DecodeAndHashPass(set.Pictures, count, decoder, recipe));
                _series.AddRange([decode, whole]);
                Pairs.Add((decode, whole));
            }

            _series.Add(new PassSeries(new HashPass(set.Pictures, decoder, recipe)));
        }
    }

    /// <summary>All that was measured.</summary>
    internal IReadOnlyList<PassSeries> Series => _series;

    /// <summary>Decoding without and with hashing, by profile and number of threads; the first of a profile is one thread.</summary>
    internal List<(PassSeries Decode, PassSeries Whole)> Pairs { get; } = [];

    /// <summary>Decodes that failed though they had worked when the files were loaded.</summary>
    internal long Failed => _series.Sum(series => series.Rounds.Sum(round => round.Work.Failed));

    /// <summary>Hashes that were others than when the files were loaded.</summary>
    internal long Changed => _series.Sum(series => series.Rounds.Sum(round => round.Work.Changed));

    /// <summary>Whether every pass did the work it is measured by.</summary>
    internal bool IsSound => Failed == 0 && Changed == 0;

    internal void Run(int rounds, TextWriter progress)
    {
        // The first round pays for compilation and for filling the pools.
        progress.WriteLine("Warm-up round");
        foreach (var series in _series)
        {
            series.Pass.Run();
        }

        for (var round = 1; round <= rounds; round++)
        {
            progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Round {round} of {rounds}"));
            // Back and forth, so that a machine that slows down or speeds up meanwhile favours no pass.
            foreach (var series in round % 2 == 1 ? _series : Enumerable.Reverse(_series))
            {
                series.Add(series.Pass.Run());
            }
        }
    }
}
