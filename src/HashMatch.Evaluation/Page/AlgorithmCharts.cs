using HashMatch.Evaluation.Alterations;
using HashMatch.Evaluation.Measuring;
using HashMatch.Pages;
using OxyPlot;
using OxyPlot.Axes;

namespace HashMatch.Evaluation.Page;

/// <summary>The plots of one algorithm.</summary>
static class AlgorithmCharts
{
    /// <summary>The colours of a plot with two series.</summary>
    const int FirstSeries = 0, SecondSeries = 1;

    /// <summary>Recall of each family over the radius.</summary>
    internal static void WriteRecall(HtmlText html, AlgorithmReport report)
    {
        var algorithm = report.Algorithm;
        var lowest = FamilyNames.Altered.MinBy(family => report.SameOf(family).ShareWithin(algorithm.DefaultRadius) ?? 2);
        var model = Plot(RadiusAxis(report), PlotStyle.Axis(AxisPosition.Left, "recall", 100, 25, " %"));
        foreach (var (family, i) in FamilyNames.Altered.Select((family, i) => (family, i)))
        {
            model.Series.Add(PlotStyle.Line(FamilyNames.Title(family), i, Curve(report.SameOf(family), algorithm.MaxRadius, 100)));
        }

        MarkDefault(model, report);
        PlotFigure.Write(html, "Copies found, by radius",
            $"At the default radius {algorithm.DefaultRadius}, {Figures.Percent(report.Same.ShareWithin(algorithm.DefaultRadius))} of all altered copies are found; fewest of the family {FamilyNames.Title(lowest)}.",
            model, height: 400);
    }

    /// <summary>False matches over the radius.</summary>
    internal static void WriteFalseMatches(HtmlText html, AlgorithmReport report)
    {
        var algorithm = report.Algorithm;
        var model = Plot(RadiusAxis(report), RateAxis(AxisPosition.Left, SmallestRate(report)));
        model.Series.Add(PlotStyle.Line("all distinct pairs", FirstSeries, AboveZero(report.Distinct, algorithm.MaxRadius)));
        model.Series.Add(PlotStyle.Line("pairs of originals", SecondSeries, AboveZero(report.Originals, algorithm.MaxRadius)));
        MarkDefault(model, report);
        PlotFigure.Write(html, "False matches, by radius",
            $"At the default radius {algorithm.DefaultRadius}, {Figures.Rate(report.At(algorithm.DefaultRadius).PerMillion)} in a million distinct pairs match.", model);
    }

    /// <summary>How far copies and strangers lie.</summary>
    internal static void WriteDistances(HtmlText html, AlgorithmReport report)
    {
        var algorithm = report.Algorithm;
        var width = Math.Max(1, algorithm.MaxDistance / 64);
        var (same, distinct) = (Histogram(report.Same, width), Histogram(report.Distinct, width));
        var top = same.Concat(distinct).Select(point => point.Y).DefaultIfEmpty(1).Max();
        var step = top switch { > 40 => 20, > 20 => 10, > 8 => 5, _ => 2 };
        var model = Plot(
            PlotStyle.Axis(AxisPosition.Bottom, $"distance ({algorithm.Unit} that differ)", algorithm.MaxDistance, Step(algorithm.MaxDistance)),
            PlotStyle.Axis(AxisPosition.Left, "share of pairs", Math.Max(step, Math.Ceiling(top / step) * step), step, " %"));
        model.Series.Add(PlotStyle.Area("copy and its original", FirstSeries, same));
        model.Series.Add(PlotStyle.Area("distinct pictures", SecondSeries, distinct));
        MarkDefault(model, report);
        PlotFigure.Write(html, "Distances of copies and of strangers",
            "Copies lie at the left where they are near their originals; strangers gather far to the right.", model);
    }

    /// <summary>Rates per million, from the power of ten at or below <paramref name="smallest"/> to all of them.</summary>
    internal static LogarithmicAxis RateAxis(AxisPosition position, double smallest, string? startText = null) =>
        // A hair more, so that a rounded logarithm of a power of ten stays that power.
        PlotStyle.PowerAxis(position, "false matches in a million distinct pairs", Math.Pow(10, Math.Floor(Math.Log10(smallest) + 1e-9)), 1e6, startText);

    /// <summary>The smallest rate that so many pairs can show.</summary>
    internal static double SmallestRate(AlgorithmReport report) => 1e6 / Math.Max(report.Distinct.Total, 1);

    static PlotModel Plot(Axis across, Axis upwards)
    {
        var model = PlotStyle.Model();
        model.Axes.Add(across);
        model.Axes.Add(upwards);
        return model;
    }

    static LinearAxis RadiusAxis(AlgorithmReport report) =>
        PlotStyle.Axis(AxisPosition.Bottom, $"radius ({report.Algorithm.Unit} that may differ)", report.Algorithm.MaxRadius, Step(report.Algorithm.MaxRadius));

    static int Step(int max) => max switch { > 128 => 64, > 64 => 32, > 32 => 16, > 16 => 8, _ => 4 };

    static void MarkDefault(PlotModel model, AlgorithmReport report) => PlotStyle.Mark(model, report.Algorithm.DefaultRadius, $"default {report.Algorithm.DefaultRadius}");

    static IEnumerable<DataPoint> Curve(DistanceCounts counts, int maxRadius, double scale) =>
        counts.Total == 0 ? [] : Enumerable.Range(0, maxRadius + 1).Select(radius => new DataPoint(radius, scale * counts.ShareWithin(radius)!.Value));

    /// <summary>A logarithm has no place for 0: the line begins where the first pair matches.</summary>
    static IEnumerable<DataPoint> AboveZero(DistanceCounts counts, int maxRadius) => Curve(counts, maxRadius, 1e6).Where(point => point.Y > 0);

    static DataPoint[] Histogram(DistanceCounts counts, int width)
    {
        var bins = new long[(counts.Counts.Length + width - 1) / width];
        for (var distance = 0; distance < counts.Counts.Length; distance++)
        {
            bins[distance / width] += counts.Counts[distance];
        }

        return [.. bins.Select((bin, i) => new DataPoint(Math.Min((i + 0.5) * width, counts.Counts.Length - 1), 100.0 * bin / Math.Max(counts.Total, 1)))];
    }
}
