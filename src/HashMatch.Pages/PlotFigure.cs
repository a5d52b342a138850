using OxyPlot;

namespace HashMatch.Pages;

/// <summary>Writes a plot into a page as a figure: its title, and the drawing as SVG, whose text is text.</summary>
public static class PlotFigure
{
    /// <summary>The width of every plot in its own units; on a page it is as wide as its place.</summary>
    /// <remarks>Little, so that the text stays readable where the drawing shrinks to the width of a telephone.</remarks>
    public const int Width = 400;

    /// <summary>Adds the figure.</summary>
    /// <param name="html">The page.</param>
    /// <param name="title">Above the drawing; text.</param>
    /// <param name="alternative">What the plot shows, for those who do not see it; text.</param>
    /// <param name="model">The plot, all of whose data lie within its axes: nothing is cut off.</param>
    /// <param name="height">Of the drawing with its legend, in units.</param>
    public static void Write(HtmlText html, string title, string alternative, PlotModel model, int height = 300)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(model);
        SvgExporter exporter = new() { Width = Width, Height = height, IsDocument = false, TextMeasurer = new PlotTextMeasurer() };
        html.Line($"<figure><figcaption>{title}</figcaption>");
        html.Markup(InlineSvg.Of(exporter.ExportToString(model), Width, height, $"{title}. {alternative}"));
        html.Markup("\n</figure>\n");
    }
}
