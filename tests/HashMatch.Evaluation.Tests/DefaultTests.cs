using HashMatch.Evaluation.Algorithms;
using HashMatch.Evaluation.Alterations;
using HashMatch.Evaluation.Measuring;
using HashMatch.Imaging;

namespace HashMatch.Evaluation.Tests;

/// <summary>What the defaults promise, held on the project's own scenes: all of them show different things.</summary>
public class DefaultTests
{
    static readonly string[] s_borders = ["letterbox-", "pillarbox-", "border-"];

    static readonly Alteration[] s_alterations =
        [.. AlterationCatalog.All.Where(alteration => alteration.Family is AlterationFamily.None or AlterationFamily.SavedAgain or AlterationFamily.Tone or AlterationFamily.Turned || IsBorder(alteration))];

    static readonly Lazy<AlgorithmReport> s_report = new(Measure);

    public static TheoryData<string> Kinds => ["jpeg-", "webp-", "resize-", "brightness", "contrast", "gamma", "saturation", "greyscale", "rotate-", "flip-", "trans", .. s_borders];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_copy_is_found_at_the_default_radius(string kind)
    {
        var report = s_report.Value;
        var outcomes = s_alterations.Zip(report.Outcomes).Where(pair => pair.First.Name.StartsWith(kind, StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(outcomes);
        Assert.All(outcomes, pair =>
        {
            // So much brightness turns a quarter of these bright drawings white.
            var least = pair.First.Name == "brightness+40" ? 0.75 : 1;
            var recall = pair.Second.Same.ShareWithin(report.Algorithm.DefaultRadius);
            Assert.True(recall >= least, $"{pair.First.Name}: {recall:0.000} of {pair.Second.Same.Total} are found, not {least}.");
        });
    }

    [Fact]
    public void No_two_scenes_match_by_default_however_one_is_altered()
    {
        var report = s_report.Value;

        Assert.InRange(report.Distinct.Total, 10_000, 30_000);
        Assert.Equal(0, report.At(report.Algorithm.DefaultRadius).FalseMatches);
    }

    static bool IsBorder(Alteration alteration) => s_borders.Any(kind => alteration.Family == AlterationFamily.Framed && alteration.Name.StartsWith(kind, StringComparison.Ordinal));

    static AlgorithmReport Measure()
    {
        var algorithms = AlgorithmCatalog.Choose(["pdq-forms"]);
        PictureMeasurer measurer = new(algorithms, s_alterations, seed: 1);
        MeasuredPicture[] pictures = [.. Directory.EnumerateFiles(RepositoryFiles.Path("testdata", "images", "scenes")).Order(StringComparer.Ordinal).Select(path => Read(path, measurer))];
        return EvaluationReport.Of(algorithms, s_alterations, pictures, failed: 0, SameGroups.None, seed: 1, perMillion: 1, threads: 1).Algorithms[0];
    }

    static MeasuredPicture Read(string path, PictureMeasurer measurer)
    {
        Assert.True(ImageDecoder.Default.TryDecode(File.ReadAllBytes(path), DecodeOptions.Default, out var image, out var error), $"{path}: {error?.Message}");
        using (image)
        {
            return measurer.Measure(path, image.Pixels);
        }
    }
}
