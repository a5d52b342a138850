using HashMatch.Evaluation.Measuring;
using HashMatch.Pages;
using OxyPlot;
using OxyPlot.Axes;

namespace HashMatch.Evaluation.Page;

/// <summary>The plot that sets all algorithms beside each other: recall over false matches, a line an algorithm.</summary>
static class RocChart
{
    internal static void Write(HtmlText html, EvaluationReport report)
    {
        var across = AlgorithmCharts.RateAxis(AxisPosition.Bottom, report.Algorithms.Select(AlgorithmCharts.SmallestRate).Min() / 10, "none");
        var model = PlotStyle.Model();
        model.Axes.Add(across);
        model.Axes.Add(PlotStyle.Axis(AxisPosition.Left, "recall", 100, 25, " %"));
        foreach (var (algorithm, i) in report.Algorithms.Select((algorithm, i) => (algorithm, i)))
        {
            model.Series.Add(PlotStyle.Line(algorithm.Algorithm.Name, i % PlotColours.SeriesCount, Points(algorithm, across.Minimum)));
        }

        if (report.PerMillion > across.Minimum)
        {
            PlotStyle.Mark(model, report.PerMillion, FormattableString.Invariant($"{report.PerMillion} in a million"));
        }

        PlotFigure.Write(html, "Recall against false matches",
            "Each line is an algorithm, each of its points a radius; higher and further left is better.", model, height: 320);
    }

    /// <summary>A point a radius; where no pair matched, at the start of the axis.</summary>
    static IEnumerable<DataPoint> Points(AlgorithmReport report, double start) =>
        report.Same.Total == 0 || report.Distinct.Total == 0 ? [] :
        Enumerable.Range(0, report.Algorithm.MaxRadius + 1).Select(report.At)
            .Select(point => new DataPoint(Math.Max(point.PerMillion!.Value, start), 100 * point.Recall!.Value));
}
