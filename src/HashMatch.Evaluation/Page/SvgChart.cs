using static HashMatch.Evaluation.Page.Figures;

namespace HashMatch.Evaluation.Page;

/// <summary>Draws a chart as SVG within the page: its text is text, its colours are the page's, light or dark.</summary>
static class SvgChart
{
    // Small, so that the text stays readable where the drawing shrinks to the width of a telephone.
    const int Width = 440;
    const int Height = 300;
    const int Left = 58;
    const int Right = 14;
    const int Top = 36;
    const int Bottom = 46;

    /// <summary>A figure: title, drawing, legend.</summary>
    internal static void Write(HtmlText html, Chart chart)
    {
        html.Line($"<figure><figcaption>{chart.Title}</figcaption>");
        html.Line($"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{chart.Title}. {chart.Alternative}\">");
        WriteGrid(html, chart);
        WriteSeries(html, chart);
        WriteMarkers(html, chart);
        html.Line($"</svg>");
        if (chart.Series.Count > 1)
        {
            html.Line($"<ul class=\"legend\">");
            foreach (var series in chart.Series)
            {
                html.Line($"<li><svg class=\"key\" viewBox=\"0 0 26 8\" aria-hidden=\"true\"><path class=\"line s{series.Style}\" d=\"M0 4H26\"/></svg>{series.Name}</li>");
            }

            html.Line($"</ul>");
        }

        html.Line($"</figure>");
    }

    static double X(Chart chart, double value) => Left + (chart.X.Place(value) * (Width - Left - Right));

    static double Y(Chart chart, double value) => Height - Bottom - (chart.Y.Place(value) * (Height - Top - Bottom));

    static void WriteGrid(HtmlText html, Chart chart)
    {
        foreach (var (value, text) in chart.Y.Ticks)
        {
            var y = Y(chart, value);
            html.Line($"<path class=\"grid\" d=\"M{Left} {Coordinate(y)}H{Width - Right}\"/><text x=\"{Left - 6}\" y=\"{Coordinate(y + 4)}\" text-anchor=\"end\">{text}</text>");
        }

        foreach (var (value, text) in chart.X.Ticks)
        {
            var x = Coordinate(X(chart, value));
            html.Line($"<path class=\"tick\" d=\"M{x} {Height - Bottom}v5\"/><text x=\"{x}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{text}</text>");
        }

        html.Line($"<text class=\"label\" x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 8}\" text-anchor=\"middle\">{chart.X.Label}</text>");
        html.Line($"<text class=\"label\" x=\"2\" y=\"12\">{chart.Y.Label}</text>");
    }

    static void WriteSeries(HtmlText html, Chart chart)
    {
        foreach (var series in chart.Series.Where(series => series.Points.Count > 0))
        {
            var path = "M" + string.Join('L', Thinned(series.Points).Select(point => $"{Coordinate(X(chart, point.X))} {Coordinate(Y(chart, point.Y))}"));
            if (chart.IsFilled)
            {
                var (first, last) = (series.Points[0].X, series.Points[^1].X);
                html.Line($"<path class=\"area s{series.Style}\" d=\"{path}L{Coordinate(X(chart, last))} {Height - Bottom}L{Coordinate(X(chart, first))} {Height - Bottom}Z\"/>");
            }

            html.Line($"<path class=\"line s{series.Style}\" d=\"{path}\"/>");
        }
    }

    /// <summary>Without the points in the middle of a level stretch, which the line passes anyway.</summary>
    static IEnumerable<(double X, double Y)> Thinned(IReadOnlyList<(double X, double Y)> points) =>
        points.Where((point, i) => i == 0 || i == points.Count - 1 || points[i - 1].Y != point.Y || points[i + 1].Y != point.Y);

    static void WriteMarkers(HtmlText html, Chart chart)
    {
        foreach (var (value, text) in chart.Markers)
        {
            var x = X(chart, value);
            // A text that would leave the drawing stands to the left of its line.
            var isLate = x > Width - 130;
            html.Line($"<path class=\"marker\" d=\"M{Coordinate(x)} {Top - 6}V{Height - Bottom}\"/>");
            html.Line($"<text class=\"marker-text\" x=\"{Coordinate(isLate ? x - 4 : x + 4)}\" y=\"{Top - 7}\" text-anchor=\"{(isLate ? "end" : "start")}\">{text}</text>");
        }
    }
}
