using HashMatch.Evaluation.Alterations;
using HashMatch.Evaluation.Measuring;
using HashMatch.Pages;

namespace HashMatch.Evaluation.Page;

/// <summary>The page's table of recall at default radii: a row an alteration, a column an algorithm.</summary>
static class RecallTable
{
    internal static void Write(HtmlText html, EvaluationReport report)
    {
        html.Line($"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Recall by alteration\"><table class=\"recall\">");
        html.Line($"<thead><tr><th scope=\"col\">alteration</th>");
        foreach (var algorithm in report.Algorithms)
        {
            html.Line($"<th scope=\"col\">{algorithm.Algorithm.Name}<small>radius {algorithm.Algorithm.DefaultRadius}</small></th>");
        }

        html.Line($"</tr></thead>");
        foreach (var family in Enum.GetValues<AlterationFamily>())
        {
            html.Line($"<tbody><tr class=\"family\"><th scope=\"rowgroup\">{FamilyNames.Title(family)}</th>");
            foreach (var algorithm in report.Algorithms)
            {
                WriteCell(html, algorithm.SameOf(family).ShareWithin(algorithm.Algorithm.DefaultRadius), gated: 0, notMade: 0);
            }

            html.Line($"</tr>");
            foreach (var (alteration, i) in report.Alterations.Select((alteration, i) => (alteration, i)).Where(pair => pair.alteration.Family == family && family != AlterationFamily.None))
            {
                html.Line($"<tr><th scope=\"row\">{alteration.Name.Replace("_", ", ", StringComparison.Ordinal)}<small>{alteration.Description}</small></th>");
                foreach (var algorithm in report.Algorithms)
                {
                    var outcome = algorithm.Outcomes[i];
                    WriteCell(html, outcome.Same.ShareWithin(algorithm.Algorithm.DefaultRadius), outcome.Gated, outcome.NotMade);
                }

                html.Line($"</tr>");
            }

            html.Line($"</tbody>");
        }

        html.Line($"</table></div>");
    }

    static void WriteCell(HtmlText html, double? recall, int gated, int notMade)
    {
        var band = recall switch { null => "none", >= 0.99 => "b4", >= 0.9 => "b3", >= 0.5 => "b2", _ => "b1" };
        html.Line($"<td class=\"{band}\">{Figures.Percent(recall)}<small>{(gated > 0 ? $"{gated} gated" : "")}{(notMade > 0 ? $" {notMade} not made" : "")}</small></td>");
    }
}
