using HashMatch.Evaluation.Measuring;
using HashMatch.Pages;

namespace HashMatch.Evaluation.Page;

/// <summary>What a distance is worth: of how many distinct pairs one lies as near.</summary>
static class CalibrationTable
{
    internal static void Write(HtmlText html, AlgorithmReport report)
    {
        html.Line($"<details><summary>What a distance is worth</summary>");
        html.Line($"<p>One in so many distinct pairs lies this near or nearer. Below the first row none of {Figures.Count(report.Distinct.Total)} pairs did.</p>");
        html.Line($"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"What a distance is worth in {report.Algorithm.Name}\"><table class=\"narrow\"><thead><tr><th scope=\"col\">distance</th><th scope=\"col\">distinct pairs</th><th scope=\"col\">one in</th></tr></thead><tbody>");
        var earlier = 0L;
        for (var radius = 0; radius <= report.Algorithm.MaxRadius; radius++)
        {
            var within = report.Distinct.Within(radius);
            // Rows that say nothing new are left out, and the table ends where every second pair matches.
            if (within > earlier)
            {
                html.Line($"<tr><th scope=\"row\">{radius}</th><td>{Figures.Count(within)}</td><td>{Figures.Rate((double)report.Distinct.Total / within)}</td></tr>");
                earlier = within;
            }

            if (within * 2 > report.Distinct.Total)
            {
                break;
            }
        }

        html.Line($"</tbody></table></div></details>");
    }
}
