using System.Globalization;
using System.Xml.Linq;

namespace HashMatch.Pages.Tests;

public class BarFigureTests
{
    [Fact]
    public void Every_count_has_its_name_its_number_and_a_bar_as_long_as_it_is_large()
    {
        HtmlText html = new();
        BarFigure.Write(html, "Reports", "From whom.", [("hub-a", 1_200), ("hub-b", 600), ("a system with a very long name", 0)]);
        var figure = XElement.Parse(html.ToString());

        string[] texts = [.. figure.Descendants("text").Select(text => text.Value)];
        Assert.All((string[])["hub-a", "hub-b", "a system with a ver…", "1,200", "600", "0"], text => Assert.Contains(text, texts));
        double[] widths = [.. figure.Descendants("rect").Select(bar => double.Parse(bar.Attribute("width")!.Value, CultureInfo.InvariantCulture)).Where(width => width > 0).OrderDescending()];
        Assert.Equal(2, widths[0] / widths[1], 1);
        Assert.Equal("Reports. From whom. hub-a 1,200, hub-b 600, a system with a very long name 0.", figure.Element("svg")!.Attribute("aria-label")!.Value);
    }

    /// <summary>Not as attributes, which are UTF-8 and cannot hold half a pair.</summary>
    public static TheoryData<string, string> OddNames { get; } = new()
    {
        { "a\0b", "a\uFFFDb" },
        { "\u001B[31m", "\uFFFD[31m" },
        { "\uD800", "\uFFFD" },
        { "\uFFFF", "\uFFFD" },
        { "\uD83D\uDC1F <&>", "\uD83D\uDC1F <&>" },
    };

    [Theory]
    [MemberData(nameof(OddNames))]
    public void Names_that_no_drawing_can_hold_do_not_end_a_page(string name, string shown)
    {
        HtmlText html = new();
        BarFigure.Write(html, "Reports", "From whom.", [(name, 1)]);

        Assert.Contains(shown, XElement.Parse(html.ToString()).Descendants("text").Select(text => text.Value));
    }
}
