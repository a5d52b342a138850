using System.Globalization;
using HashMatch.Evaluation.Alterations;
using HashMatch.Evaluation.Measuring;

namespace HashMatch.Evaluation.Page;

/// <summary>The plots of one algorithm, and the one that sets all beside each other.</summary>
static class AlgorithmCharts
{
    /// <summary>Recall of each family over the radius.</summary>
    internal static Chart Recall(AlgorithmReport report)
    {
        var algorithm = report.Algorithm;
        ChartSeries[] series = [.. FamilyNames.Altered.Select((family, i) =>
        {
            var counts = report.SameOf(family);
            return new ChartSeries(FamilyNames.Title(family), i, counts.Total == 0 ? [] : Curve(counts, algorithm.MaxRadius, 100));
        })];
        var lowest = FamilyNames.Altered.MinBy(family => report.SameOf(family).ShareWithin(algorithm.DefaultRadius) ?? 2);
        return new Chart("Copies found, by radius",
            $"At the default radius {algorithm.DefaultRadius}, {Figures.Percent(report.Same.ShareWithin(algorithm.DefaultRadius))} of all altered copies are found; fewest of the family {FamilyNames.Title(lowest)}.",
            ChartAxis.Whole($"radius ({algorithm.Unit} that may differ)", algorithm.MaxRadius), ChartAxis.Percent("recall"), series, Markers(report));
    }

    /// <summary>False matches over the radius.</summary>
    internal static Chart FalseMatches(AlgorithmReport report)
    {
        var algorithm = report.Algorithm;
        var point = report.At(algorithm.DefaultRadius);
        return new Chart("False matches, by radius",
            $"At the default radius {algorithm.DefaultRadius}, {Figures.Rate(point.PerMillion)} in a million distinct pairs match.",
            ChartAxis.Whole($"radius ({algorithm.Unit} that may differ)", algorithm.MaxRadius),
            ChartAxis.PerMillion("false matches in a million distinct pairs", Least(report)),
            [
                new ChartSeries("all distinct pairs", 0, AboveZero(report.Distinct, algorithm.MaxRadius)),
                new ChartSeries("pairs of originals", 5, AboveZero(report.Originals, algorithm.MaxRadius)),
            ], Markers(report));
    }

    /// <summary>How far copies and strangers lie.</summary>
    internal static Chart Distances(AlgorithmReport report)
    {
        var algorithm = report.Algorithm;
        var width = Math.Max(1, algorithm.MaxDistance / 64);
        var (same, distinct) = (Histogram(report.Same, width), Histogram(report.Distinct, width));
        var top = same.Concat(distinct).Select(point => point.Y).DefaultIfEmpty(1).Max();
        var step = top switch { > 40 => 20, > 20 => 10, > 8 => 5, _ => 2 };
        var max = Math.Max(step, (int)Math.Ceiling(top / step) * step);
        ChartAxis shares = new("share of pairs", 0, max, false, [.. Enumerable.Range(0, (max / step) + 1).Select(i => ((double)(i * step), $"{i * step} %"))]);
        return new Chart("Distances of copies and of strangers",
            "Copies lie at the left where they are near their originals; strangers gather far to the right.",
            ChartAxis.Whole($"distance ({algorithm.Unit} that differ)", algorithm.MaxDistance), shares,
            [new ChartSeries("copy and its original", 0, same), new ChartSeries("distinct pictures", 5, distinct)], Markers(report), IsFilled: true);
    }

    /// <summary>Recall over false matches, a line an algorithm.</summary>
    internal static Chart Roc(EvaluationReport report)
    {
        var least = report.Algorithms.Select(Least).Min() / 10;
        var axis = ChartAxis.PerMillion("false matches in a million distinct pairs", least, "none");
        return new Chart("Recall against false matches",
            "Each line is an algorithm, each of its points a radius; higher and further left is better.",
            axis, ChartAxis.Percent("recall"),
            [.. report.Algorithms.Select((algorithm, i) => new ChartSeries(algorithm.Algorithm.Name, i % 8,
                algorithm.Same.Total == 0 || algorithm.Distinct.Total == 0 ? [] :
                [.. Enumerable.Range(0, algorithm.Algorithm.MaxRadius + 1).Select(algorithm.At).Select(point => (point.PerMillion!.Value, 100 * point.Recall!.Value))]))],
            [(report.PerMillion, string.Create(CultureInfo.InvariantCulture, $"{report.PerMillion} in a million"))]);
    }

    /// <summary>The smallest rate that so many pairs can show.</summary>
    static double Least(AlgorithmReport report) => 1e6 / Math.Max(report.Distinct.Total, 1);

    static (double X, string Text)[] Markers(AlgorithmReport report) => [(report.Algorithm.DefaultRadius, $"default {report.Algorithm.DefaultRadius}")];

    static (double X, double Y)[] Curve(DistanceCounts counts, int maxRadius, double scale) =>
        [.. Enumerable.Range(0, maxRadius + 1).Select(radius => ((double)radius, scale * counts.ShareWithin(radius)!.Value))];

    /// <summary>A logarithm has no place for 0: the line begins where the first pair matches.</summary>
    static (double X, double Y)[] AboveZero(DistanceCounts counts, int maxRadius) =>
        counts.Total == 0 ? [] : [.. Curve(counts, maxRadius, 1e6).Where(point => point.Y > 0)];

    static (double X, double Y)[] Histogram(DistanceCounts counts, int width)
    {
        var bins = new long[(counts.Counts.Length + width - 1) / width];
        for (var distance = 0; distance < counts.Counts.Length; distance++)
        {
            bins[distance / width] += counts.Counts[distance];
        }

        return [.. bins.Select((bin, i) => ((i + 0.5) * width, 100.0 * bin / Math.Max(counts.Total, 1)))];
    }
}
