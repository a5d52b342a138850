using HashMatch.Evaluation.Measuring;
using HashMatch.Pages;

namespace HashMatch.Evaluation.Page;

/// <summary>The page's first table: each algorithm at its default radius and at the rate asked for.</summary>
static class SummaryTable
{
    internal static void Write(HtmlText html, EvaluationReport report)
    {
        html.Line($"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Algorithms side by side\"><table>");
        html.Line($"<thead><tr><th scope=\"col\" rowspan=\"2\">algorithm</th><th scope=\"colgroup\" colspan=\"4\">at the default radius</th><th scope=\"colgroup\" colspan=\"3\">at most {report.PerMillion} false in a million</th></tr>");
        html.Line($"<tr><th scope=\"col\">radius</th><th scope=\"col\">recall</th><th scope=\"col\">false in a million</th><th scope=\"col\">below, with 95 %</th><th scope=\"col\">radius</th><th scope=\"col\">recall</th><th scope=\"col\">below, with 95 %</th></tr></thead><tbody>");
        foreach (var algorithm in report.Algorithms)
        {
            var standard = algorithm.At(algorithm.Algorithm.DefaultRadius);
            html.Line($"<tr><th scope=\"row\">{algorithm.Algorithm.Name}<small>{algorithm.Algorithm.Description}</small></th>");
            html.Line($"<td>{standard.Radius}</td><td>{Figures.Percent(standard.Recall)}</td><td>{Figures.Rate(standard.PerMillion)}<small>{Figures.Count(standard.FalseMatches)} of {Figures.Count(algorithm.Distinct.Total)}</small></td>");
            WriteBound(html, standard);
            if (algorithm.RateRadius < 0)
            {
                html.Line($"<td colspan=\"3\">no radius</td></tr>");
                continue;
            }

            var atRate = algorithm.At(algorithm.RateRadius);
            html.Line($"<td>{atRate.Radius}</td><td>{Figures.Percent(atRate.Recall)}</td>");
            WriteBound(html, atRate);
            html.Line($"</tr>");
        }

        html.Line($"</tbody></table></div>");
    }

    /// <summary>The bound may lie above the rate asked for: then the pairs were too few to show that it is kept.</summary>
    static void WriteBound(HtmlText html, OperatingPoint point) =>
        html.Line($"<td>{Figures.Rate(point.UpperPerMillion)}<small>{Figures.Rate(point.UpperPerMillionOriginals)} by originals</small></td>");
}
