using System.Globalization;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace HashMatch.Pages;

/// <summary>Writes a plot of counts into a page: a bar a thing, one below the other, each with its number.</summary>
public static class BarFigure
{
    /// <summary>The longest name beside a bar; what is longer ends in three dots.</summary>
    public const int LongestName = 20;

    const int BarHeight = 30;

    /// <summary>Adds the figure.</summary>
    /// <param name="html">The page.</param>
    /// <param name="title">Above the drawing; text.</param>
    /// <param name="alternative">What the plot shows, for those who do not see it; the numbers are added.</param>
    /// <param name="bars">Names and counts, from the top to the bottom; counts are 0 or more.</param>
    public static void Write(HtmlText html, string title, string alternative, IReadOnlyList<(string Name, long Count)> bars)
    {
        ArgumentNullException.ThrowIfNull(bars);
        var model = PlotStyle.Model();
        model.PlotAreaBorderThickness = new OxyThickness(0);
        model.Padding = new OxyThickness(0, 0, 4, 0);
        CategoryAxis names = new()
        {
            Position = AxisPosition.Left,
            StartPosition = 1,
            EndPosition = 0,
            GapWidth = 0.35,
            IsTickCentered = true,
            TickStyle = TickStyle.None,
            AxislineStyle = LineStyle.None,
            TextColor = PlotColours.Ink,
            IsZoomEnabled = false,
        };
        names.Labels.AddRange(bars.Select(bar => PlotText.Of(Short(bar.Name))));
        var most = Math.Max(bars.Select(bar => bar.Count).DefaultIfEmpty().Max(), 1);
        model.Axes.Add(names);
        // Room between names and the numbers of bars that are empty, and behind the longest bar.
        model.Axes.Add(new LinearAxis { Position = AxisPosition.Bottom, Minimum = -0.03 * most, Maximum = most * 1.3, IsAxisVisible = false });
        BarSeries series = new()
        {
            FillColor = PlotColours.Series(0),
            // Without a line of its own a shape counts as one that is not seen.
            StrokeColor = PlotColours.Series(0),
            StrokeThickness = 1,
            LabelFormatString = "{0:#,0}",
            LabelPlacement = LabelPlacement.Outside,
            LabelMargin = 6,
            TextColor = PlotColours.Ink,
        };
        series.Items.AddRange(bars.Select(bar => new BarItem(bar.Count)));
        model.Series.Add(series);
        var numbers = string.Join(", ", bars.Select(bar => string.Create(CultureInfo.InvariantCulture, $"{bar.Name} {bar.Count:#,0}")));
        PlotFigure.Write(html, title, $"{alternative} {numbers}.", model, height: Math.Max(bars.Count, 1) * BarHeight);
    }

    static string Short(string name) => name.Length <= LongestName ? name : name[..(char.IsHighSurrogate(name[LongestName - 2]) ? LongestName - 2 : LongestName - 1)] + "…";
}
