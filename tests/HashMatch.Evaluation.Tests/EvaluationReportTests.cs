using HashMatch.Evaluation.Algorithms;
using HashMatch.Evaluation.Alterations;
using HashMatch.Evaluation.Measuring;
using HashMatch.Evaluation.Page;

namespace HashMatch.Evaluation.Tests;

public class EvaluationReportTests
{
    const int Pictures = 4;

    static readonly Lazy<EvaluationReport> s_report = new(() => Report(SameGroups.None, threads: 2));

    public static TheoryData<int> Algorithms => [.. Enumerable.Range(0, AlgorithmCatalog.All.Count)];

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Every_copy_and_every_pair_is_counted_once(int algorithm)
    {
        // Three pictures with something in them, and a flat one, which PDQ must not match.
        var report = s_report.Value.Algorithms[algorithm];
        var alterations = s_report.Value.Alterations.Count;
        var good = Pictures - report.GatedOriginals;

        Assert.Equal(report.Algorithm.Name is "pdq" or "pdq-forms" or "regions" ? 1 : 0, report.GatedOriginals);
        Assert.Equal(good * (good - 1) / 2, report.Originals.Total);
        Assert.All(report.Outcomes, outcome => Assert.Equal(Pictures, outcome.Same.Total + outcome.Gated + outcome.NotMade));
        Assert.Equal(report.Outcomes.Skip(1).Sum(outcome => outcome.Same.Total), report.Same.Total);
        Assert.Equal(report.Originals.Total + report.Copies.Total, report.Distinct.Total);
        Assert.InRange(report.Copies.Total, 1, (long)(alterations - 1) * Pictures * (Pictures - 1));
        Assert.Equal(report.Distinct.Total, report.Distinct.Within(report.Algorithm.MaxDistance));
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void An_unchanged_copy_is_found_at_radius_0(int algorithm)
    {
        var outcome = s_report.Value.Algorithms[algorithm].Outcomes[0];

        Assert.Equal(AlterationCatalog.Identical, s_report.Value.Alterations[0]);
        Assert.Equal(1.0, outcome.Same.ShareWithin(0));
    }

    [Fact]
    public void The_forms_find_what_upright_PDQ_does_not()
    {
        Assert.Equal(1.0, RecallOf("pdq-forms", "flip-horizontal"));
        Assert.Equal(1.0, RecallOf("pdq-forms", "letterbox-black"));
        Assert.Equal(0.0, RecallOf("pdq", "flip-horizontal"));
    }

    [Fact]
    public void Regions_run_when_named_and_find_what_was_cut_off_more_than_forms_do()
    {
        Assert.DoesNotContain("regions", AlgorithmCatalog.Choose([]).Select(algorithm => algorithm.Name));
        Assert.Equal(["pdq", "regions"], AlgorithmCatalog.Choose(["regions", "pdq"]).Select(algorithm => algorithm.Name));
        Assert.Equal(1.0, RecallOf("regions", "flip-horizontal"));
        Assert.All((string[])["crop-5", "crop-20", "crop-30"], cut => Assert.True(RecallOf("regions", cut) > RecallOf("pdq-forms", cut), cut));
    }

    [Fact]
    public void Pictures_known_to_be_the_same_count_neither_way()
    {
        var same = SameGroups.Read(["# a group", "", "p0\tp1\tp9"], Paths);
        var with = Report(same, threads: 1).Algorithms[2];
        var without = s_report.Value.Algorithms[2];

        Assert.Equal(["p9"], same.Unknown);
        Assert.Equal(without.Originals.Total - 1, with.Originals.Total);
        Assert.Equal(without.Copies.Total - (2 * (s_report.Value.Alterations.Count - 1)), with.Copies.Total);
        Assert.Equal(without.Same.Total, with.Same.Total);
    }

    [Fact]
    public void Groups_that_share_a_picture_are_one_and_unclear_lines_are_refused()
    {
        var same = SameGroups.Read(["a.jpg\tx/b.jpg", "c.jpg\tb.jpg"], ["in/a.jpg", "in/x/b.jpg", "in/c.jpg", "in/d.jpg"]);

        Assert.True(same.Contains("in/a.jpg", "in/c.jpg"));
        Assert.False(same.Contains("in/a.jpg", "in/d.jpg"));
        Assert.Contains("line 2", Assert.Throws<FormatException>(() => SameGroups.Read(["", "a.jpg"], ["a.jpg"])).Message, StringComparison.Ordinal);
        Assert.Contains("2 pictures", Assert.Throws<FormatException>(() => SameGroups.Read(["a.jpg\tb.jpg"], ["x/a.jpg", "y/a.jpg"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_is_the_same_for_any_number_of_threads_and_needs_nothing_from_elsewhere()
    {
        var page = EvaluationPage.Of(s_report.Value);

        Assert.Equal(page, EvaluationPage.Of(Report(SameGroups.None, threads: 1)));
        Assert.DoesNotContain("http:", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("https:", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" src=", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" href=", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
        Assert.All(s_report.Value.Algorithms, algorithm => Assert.Contains($"<h2>{algorithm.Algorithm.Name}</h2>", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_to_compare_still_gives_a_page()
    {
        var empty = EvaluationReport.Of(AlgorithmCatalog.All, AlterationCatalog.All, [], failed: 3, SameGroups.None, seed: 1, perMillion: 1, threads: 1);

        Assert.Contains("no radius", EvaluationPage.Of(empty), StringComparison.Ordinal);
        Assert.Null(empty.Algorithms[0].At(31).Recall);
    }

    static string[] Paths => [.. Enumerable.Range(0, Pictures).Select(i => $"p{i}")];

    static double? RecallOf(string algorithm, string alteration)
    {
        var report = s_report.Value.Algorithms.Single(report => report.Algorithm.Name == algorithm);
        var index = s_report.Value.Alterations.Select(alteration => alteration.Name).ToList().IndexOf(alteration);
        return report.Outcomes[index].Same.ShareWithin(report.Algorithm.DefaultRadius);
    }

    static EvaluationReport Report(SameGroups same, int threads)
    {
        PictureMeasurer measurer = new(AlgorithmCatalog.All, AlterationCatalog.All, seed: 1);
        MeasuredPicture[] pictures = [.. Paths.Select((path, i) =>
            measurer.Measure(path, (i == Pictures - 1 ? Tests.Pictures.Flat() : Tests.Pictures.Blobs((ulong)i + 1)).View))];
        return EvaluationReport.Of(AlgorithmCatalog.All, AlterationCatalog.All, pictures, failed: 0, same, seed: 1, perMillion: 1, threads);
    }
}
