using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace HashMatch.Pages;

/// <summary>Parts of a plot in the pages' own look; what they lack may be set on them as OxyPlot has it.</summary>
public static class PlotStyle
{
    /// <summary>Units; a plot is <see cref="PlotFigure.Width"/> wide, so on a narrow screen a unit is a little less than a pixel.</summary>
    const double TextSize = 13;

    /// <summary>Dashes by series, in units: lines stay apart on paper and in grey. None is a full line.</summary>
    static readonly double[]?[] s_dashes = [null, [9, 3], null, [4, 3], null, [9, 3, 2, 3], [2, 3], [14, 4]];

    /// <summary>An empty plot: a base line, no frame, the legend below.</summary>
    /// <returns>A model of the caller's own.</returns>
    public static PlotModel Model()
    {
        PlotModel model = new()
        {
            DefaultFont = "Arial",
            DefaultFontSize = TextSize,
            TextColor = PlotColours.Ink,
            PlotAreaBorderColor = PlotColours.Soft,
            PlotAreaBorderThickness = new OxyThickness(0, 0, 0, 1),
            Padding = new OxyThickness(0, 22, 12, 2),
        };
        model.Legends.Add(new Legend
        {
            LegendPlacement = LegendPlacement.Outside,
            LegendPosition = LegendPosition.BottomLeft,
            LegendOrientation = LegendOrientation.Horizontal,
            LegendSymbolLength = 26,
            LegendPadding = 0,
            LegendItemSpacing = 14,
            LegendLineSpacing = 2,
            LegendTextColor = PlotColours.Ink,
        });
        return model;
    }

    /// <summary>An axis from 0 on.</summary>
    /// <param name="position">Where it lies; grid lines only rise from the left.</param>
    /// <param name="title">What it measures, with the unit.</param>
    /// <param name="max">Its end.</param>
    /// <param name="step">From one number to the next.</param>
    /// <param name="unit">Written after each number, or empty.</param>
    /// <returns>An axis for one model.</returns>
    public static LinearAxis Axis(AxisPosition position, string title, double max, double step, string unit = "") => InStyle(new LinearAxis
    {
        Minimum = 0,
        Maximum = max,
        MajorStep = step,
        LabelFormatter = value => FormattableString.Invariant($"{value:0.##}{unit}"),
    }, position, title);

    /// <summary>An axis on which each step multiplies by a power of ten.</summary>
    /// <param name="position">Where it lies; grid lines only rise from the left.</param>
    /// <param name="title">What it measures, with the unit.</param>
    /// <param name="min">Its start, a power of ten.</param>
    /// <param name="max">Its end, a power of ten.</param>
    /// <param name="startText">The text at the start instead of its number, or null.</param>
    /// <returns>An axis for one model.</returns>
    public static LogarithmicAxis PowerAxis(AxisPosition position, string title, double min, double max, string? startText = null) => InStyle(new LogarithmicAxis
    {
        Minimum = min,
        // A hair more, so that the number at the end is within.
        Maximum = max * (1 + 1e-9),
        IntervalLength = 34,
        LabelFormatter = value => startText is not null && value < min * 1.5 ? startText : PowerText(value),
    }, position, title);

    /// <summary>A line in the colour and dashes of its place.</summary>
    /// <param name="name">In the legend.</param>
    /// <param name="index">0 to <see cref="PlotColours.SeriesCount"/> − 1.</param>
    /// <param name="points">From left to right.</param>
    /// <returns>A series for one model.</returns>
    public static LineSeries Line(string name, int index, IEnumerable<DataPoint> points) => InStyle(new LineSeries(), name, index, points);

    /// <summary>The same with the space below tinted, down to 0.</summary>
    /// <inheritdoc cref="Line(string, int, IEnumerable{DataPoint})"/>
    public static AreaSeries Area(string name, int index, IEnumerable<DataPoint> points) => InStyle(
        new AreaSeries { Fill = OxyColor.FromAColor(50, PlotColours.Series(index)), Color2 = OxyColors.Undefined, ConstantY2 = 0 }, name, index, points);

    /// <summary>Adds an upright line with a text above it.</summary>
    /// <param name="model">Has its axes already, the first of them the horizontal one.</param>
    /// <param name="x">Where it stands.</param>
    /// <param name="text">What is there.</param>
    public static void Mark(PlotModel model, double x, string text)
    {
        ArgumentNullException.ThrowIfNull(model);
        var (across, upwards) = (model.Axes[0], model.Axes[1]);
        // A text that would leave the drawing stands to the left of its line.
        var share = across is LogarithmicAxis
            ? Math.Log(x / across.Minimum) / Math.Log(across.Maximum / across.Minimum)
            : (x - across.Minimum) / (across.Maximum - across.Minimum);
        model.Annotations.Add(new LineAnnotation { Type = LineAnnotationType.Vertical, X = x, Color = PlotColours.Ink, LineStyle = LineStyle.Dash, StrokeThickness = 1.2 });
        model.Annotations.Add(new TextAnnotation
        {
            Text = PlotText.Of(text),
            TextPosition = new DataPoint(x, upwards.Maximum),
            TextHorizontalAlignment = share > 0.6 ? HorizontalAlignment.Right : HorizontalAlignment.Left,
            TextVerticalAlignment = VerticalAlignment.Bottom,
            Offset = new ScreenVector(0, -2),
            TextColor = PlotColours.Ink,
            StrokeThickness = 0,
        });
    }

    static TAxis InStyle<TAxis>(TAxis axis, AxisPosition position, string title)
        where TAxis : Axis
    {
        var isUpright = position is AxisPosition.Left or AxisPosition.Right;
        axis.Position = position;
        axis.Title = PlotText.Of(title);
        axis.TextColor = PlotColours.Soft;
        axis.TitleColor = PlotColours.Ink;
        axis.TicklineColor = PlotColours.Soft;
        axis.AxislineColor = PlotColours.Soft;
        axis.MinorTickSize = 0;
        axis.MajorTickSize = isUpright ? 0 : 5;
        axis.MajorGridlineStyle = isUpright ? LineStyle.Solid : LineStyle.None;
        axis.MajorGridlineColor = PlotColours.Rule;
        axis.AxisTitleDistance = isUpright ? 10 : 5;
        axis.MinimumPadding = axis.MaximumPadding = 0;
        return axis;
    }

    static TSeries InStyle<TSeries>(TSeries series, string name, int index, IEnumerable<DataPoint> points)
        where TSeries : LineSeries
    {
        series.Title = PlotText.Of(name);
        series.Color = PlotColours.Series(index);
        series.StrokeThickness = 2.2;
        series.LineJoin = LineJoin.Round;
        series.Dashes = s_dashes[index];
        series.Points.AddRange(points);
        return series;
    }

    static string PowerText(double value) => value switch
    {
        >= 999_999 => FormattableString.Invariant($"{value / 1e6:0}M"),
        >= 999 => FormattableString.Invariant($"{value / 1e3:0}k"),
        _ => FormattableString.Invariant($"{value:0.######}"),
    };
}
