using System.Xml.Linq;
using OxyPlot;
using OxyPlot.Axes;

namespace HashMatch.Pages.Tests;

public class PlotFigureTests
{
    static readonly string[] s_texts = ["radius (bits)", "share & rate", "0", "32", "none", "1k", "1M", "one", "two", "default 1000"];

    static readonly string[] s_colours = ["ink", "soft", "rule", "s0", "s1"];

    [Fact]
    public void A_figure_has_its_title_and_a_drawing_as_wide_as_its_place()
    {
        var figure = Figure();
        var svg = figure.Element("svg")!;

        Assert.Equal("Rise < fall", figure.Element("figcaption")!.Value);
        Assert.Equal(["viewBox", "role", "aria-label"], svg.Attributes().Select(attribute => attribute.Name.LocalName));
        Assert.Equal("0 0 400 260", svg.Attribute("viewBox")!.Value);
        Assert.Equal("Rise < fall. It rises.", svg.Attribute("aria-label")!.Value);
    }

    [Fact]
    public void Axes_legend_and_marks_are_text()
    {
        string[] texts = [.. Figure().Descendants("text").Select(text => text.Value)];

        Assert.All(s_texts, text => Assert.Contains(text, texts));
    }

    [Fact]
    public void Colours_are_the_pages_and_nothing_has_a_name_that_could_clash()
    {
        var text = Text();

        Assert.DoesNotContain("rgb(", text, StringComparison.Ordinal);
        Assert.DoesNotContain("black", text, StringComparison.Ordinal);
        Assert.DoesNotContain("id=", text, StringComparison.Ordinal);
        Assert.DoesNotContain("xmlns", text, StringComparison.Ordinal);
        Assert.DoesNotContain("font-family", text, StringComparison.Ordinal);
        Assert.All(s_colours, name => Assert.Contains($"var(--{name})", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_point_is_drawn_within_the_plot()
    {
        var line = Figure().Descendants("polyline").Single(line => line.Attribute("style")!.Value.Contains("var(--s0);stroke-width:2.2", StringComparison.Ordinal) && line.Attribute("points")!.Value.Split(' ').Length > 2);
        double[][] points = [.. line.Attribute("points")!.Value.Split(' ').Select(point => point.Split(',').Select(value => double.Parse(value, null)).ToArray())];

        Assert.All(points, point => Assert.InRange(point[0], 20, PlotFigure.Width));
        Assert.All(points, point => Assert.InRange(point[1], 0, 260));
        Assert.True(points[0][0] < points[^1][0] && points[0][1] > points[^1][1]);
    }

    [Fact]
    public void Legend_texts_do_not_overlap()
    {
        // 13 units of Arial are about 6.5 wide a character; a text that OxyPlot took for narrower would meet the next key.
        var figure = Figure("one that has a long name", "two");
        var first = Place(figure, "one that has a long name");
        var second = Place(figure, "two");

        Assert.True(second.Y > first.Y + 12 || second.X > first.X + 150, $"{first} {second}");
    }

    [Fact]
    public void Equal_plots_give_equal_bytes_on_any_thread()
    {
        var one = Text();

        Assert.All(Enumerable.Range(0, 8).AsParallel().Select(_ => Text()).ToArray(), text => Assert.Equal(one, text));
    }

    [Fact]
    public void There_are_no_more_series_than_colours() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PlotColours.Series(PlotColours.SeriesCount));

    static (double X, double Y) Place(XElement figure, string text)
    {
        var transform = figure.Descendants("text").Single(element => element.Value == text).Attribute("transform")!.Value;
        double[] place = [.. transform["translate(".Length..^1].Split(',').Select(value => double.Parse(value, null))];
        return (place[0], place[1]);
    }

    static XElement Figure(string one = "one", string two = "two") => XElement.Parse(Text(one, two));

    static string Text(string one = "one", string two = "two")
    {
        var model = PlotStyle.Model();
        model.Axes.Add(PlotStyle.PowerAxis(AxisPosition.Bottom, "share & rate", 1, 1e6, "none"));
        model.Axes.Add(PlotStyle.Axis(AxisPosition.Left, "radius (bits)", 64, 32));
        model.Series.Add(PlotStyle.Line(one, 0, Enumerable.Range(0, 65).Select(y => new DataPoint(Math.Pow(10, y * 6 / 64.0), y))));
        model.Series.Add(PlotStyle.Area(two, 1, [new DataPoint(1, 10), new DataPoint(1e6, 50)]));
        PlotStyle.Mark(model, 1000, "default 1000");
        HtmlText html = new();
        PlotFigure.Write(html, "Rise < fall", "It rises.", model, height: 260);
        return html.ToString();
    }
}
