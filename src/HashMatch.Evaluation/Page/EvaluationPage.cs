using HashMatch.Evaluation.Measuring;
using HashMatch.Pages;

namespace HashMatch.Evaluation.Page;

/// <summary>What an evaluation found, for a person to read.</summary>
static class EvaluationPage
{
    /// <summary>The page; equal reports give equal bytes.</summary>
    internal static string Of(EvaluationReport report) =>
        HtmlPage.Of("HashMatch evaluation", HtmlPage.Resource(typeof(EvaluationPage).Assembly, "evaluation.css"), html =>
        {
            WriteHead(html, report);
            WriteSummary(html, report);
            WriteRecall(html, report);
            WriteGuide(html);
            foreach (var algorithm in report.Algorithms)
            {
                WriteAlgorithm(html, algorithm);
            }

            WriteMethod(html, report);
        });

    static void WriteHead(HtmlText html, EvaluationReport report)
    {
        html.Line($"<header><h1>How well are altered copies found?</h1>");
        html.Line($"<p>{Figures.Count(report.Pictures)} pictures were altered in {report.Alterations.Count - 1} ways each. A good algorithm finds a copy's original (recall) and takes no two different pictures for the same (false matches). The radius, the number of bits in which two hashes may differ, trades one for the other.</p>");
        if (BestByDefault(report) is { } best)
        {
            var point = best.At(best.Algorithm.DefaultRadius);
            html.Line($"<p><strong>Without any setting, {best.Algorithm.Name} does best here: it finds {Figures.Percent(point.Recall)} of all altered copies, and takes {Figures.Count(point.FalseMatches)} of {Figures.Count(best.Distinct.Total)} distinct pairs for the same.</strong> What it misses, the second table says.</p>");
        }

        html.Line($"<dl><div><dt>pictures</dt><dd>{Figures.Count(report.Pictures)}</dd></div><div><dt>could not be read</dt><dd>{Figures.Count(report.Failed)}</dd></div><div><dt>pairs of originals</dt><dd>{Figures.Count(((long)report.Pictures * (report.Pictures - 1) / 2) - report.SamePairs)}</dd></div><div><dt>pairs known to be the same</dt><dd>{Figures.Count(report.SamePairs)}</dd></div><div><dt>seed</dt><dd>{report.Seed}</dd></div><div><dt>HashMatch</dt><dd>{EvaluationReport.Version}</dd></div></dl></header>");
    }

    /// <summary>The highest recall among those that keep the rate asked for at their default radius; null if none does.</summary>
    static AlgorithmReport? BestByDefault(EvaluationReport report) => report.Algorithms
        .Where(algorithm => algorithm.Same.Total > 0 && algorithm.At(algorithm.Algorithm.DefaultRadius).PerMillion <= report.PerMillion)
        .MaxBy(algorithm => algorithm.At(algorithm.Algorithm.DefaultRadius).Recall);

    static void WriteSummary(HtmlText html, EvaluationReport report)
    {
        html.Line($"<section><h2>Algorithms side by side</h2>");
        html.Line($"<p>Left: what happens without any setting. Right: the largest radius that kept false matches at {report.PerMillion} in a million here, and what it finds. “Below, with 95 %” says how large the true rate may be, given how few pairs were seen; where it exceeds {report.PerMillion}, more pictures are needed to be sure of the radius.</p>");
        SummaryTable.Write(html, report);
        html.Line($"<p>In the plot, each line is an algorithm and each of its points a radius. Higher is more copies found, further left fewer false matches: the best line is the one nearest to the upper left corner. What lies at “none” matched no distinct pair at all.</p>");
        html.Line($"<div class=\"charts one\">");
        RocChart.Write(html, report);
        html.Line($"</div></section>");
    }

    static void WriteRecall(HtmlText html, EvaluationReport report)
    {
        html.Line($"<section><h2>What is found of each alteration</h2>");
        html.Line($"<p>Recall at default radii: of the copies that could be compared, those whose original was found. The colours only repeat the numbers: <span class=\"band b4\">99 % and more</span> <span class=\"band b3\">90 % and more</span> <span class=\"band b2\">half and more</span> <span class=\"band b1\">less than half</span>. “Gated” copies, or their originals, are too flat to be matched by this algorithm at all; they are not counted in the percentage.</p>");
        RecallTable.Write(html, report);
        html.Line($"</section>");
    }

    static void WriteGuide(HtmlText html)
    {
        html.Line($"<section><h2>Algorithm by algorithm: how to read the plots</h2><ul>");
        html.Line($"<li>Copies found: a line that is high at the upright mark is found by default; one that rises only far to the right needs a radius at which strangers match too.</li>");
        html.Line($"<li>False matches: the scale grows tenfold with each step, and a line begins where the first distinct pair matched. Left of there no pair did.</li>");
        html.Line($"<li>Distances: the less the two hills overlap, the surer a match.</li></ul></section>");
    }

    static void WriteAlgorithm(HtmlText html, AlgorithmReport report)
    {
        html.Line($"<section><h2>{report.Algorithm.Name}</h2>");
        html.Line($"<p>{report.Algorithm.Description}. {Figures.Count(report.Same.Total)} altered copies compared with their originals, {Figures.Count(report.Originals.Total)} pairs of originals, {Figures.Count(report.Copies.Total)} pairs of a copy and another original; {Figures.Count(report.GatedOriginals)} originals gated.</p>");
        html.Line($"<div class=\"charts\">");
        AlgorithmCharts.WriteRecall(html, report);
        AlgorithmCharts.WriteFalseMatches(html, report);
        AlgorithmCharts.WriteDistances(html, report);
        html.Line($"</div>");
        CalibrationTable.Write(html, report);
        html.Line($"</section>");
    }

    static void WriteMethod(HtmlText html, EvaluationReport report)
    {
        html.Line($"<section><h2>How this was counted</h2><ul>");
        html.Line($"<li>Every copy is compared with its own original (recall) and with every other original (false matches); every pair of originals once, the later one looked up, the earlier one stored. Nothing is sampled.</li>");
        html.Line($"<li>Copies of one picture are alike, so false matches among them come in groups and the bound from all pairs is too hopeful; the bound from pairs of originals alone is safe, and coarse. The truth lies between the two.</li>");
        html.Line($"<li>Pictures that a list says show the same ({Figures.Count(report.SamePairs)} pairs) count neither way. Near-duplicates that no list names would count as false matches.</li>");
        html.Line($"<li>Copies are compared as pixels, without being saved again, unless the alteration itself says JPEG or WebP.</li>");
        html.Line($"<li>The same pictures, seed and version give this very page on the same kind of machine, whatever the number of threads.</li>");
        html.Line($"</ul></section>");
    }
}
