using System.Globalization;
using System.Text.RegularExpressions;

namespace HashMatch.Pages.Tests;

public partial class HtmlPageTests
{
    [Fact]
    public void What_is_interpolated_is_text()
    {
        HtmlText html = new();
        var name = "<b>\"a\" & 'b'</b>";

        html.Line($"<td title=\"{name}\">{1.5}{name}</td>");

        Assert.Equal("<td title=\"&lt;b&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/b&gt;\">1.5&lt;b&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/b&gt;</td>\n", html.ToString());
    }

    [Fact]
    public void A_page_is_a_document_with_the_rules_of_all_pages_and_its_own()
    {
        var page = HtmlPage.Of("A < B", ".own { color: red; }\n", html => html.Line($"<h1>Title</h1>"));

        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Contains("<title>A &lt; B</title>", page, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme: dark", page, StringComparison.Ordinal);
        Assert.Contains(".own { color: red; }\n</style>", page, StringComparison.Ordinal);
        Assert.EndsWith("<main>\n<h1>Title</h1>\n</main></body></html>\n", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', page);
    }

    [Fact]
    public void A_style_sheet_that_is_not_there_is_named()
    {
        var failure = Assert.Throws<FileNotFoundException>(() => HtmlPage.Resource(typeof(HtmlPage).Assembly, "none.css"));

        Assert.Contains("'none.css'", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Text_and_lines_stand_out_from_their_card_in_light_and_dark(int mode)
    {
        var colours = Declarations(HtmlPage.Resource(typeof(HtmlPage).Assembly, "page.css"))[mode];

        // WCAG 2.2: 4.5 for text, 3 for what must be seen of a drawing.
        Assert.InRange(Contrast(colours["ink"], colours["card"]), 4.5, 21);
        Assert.InRange(Contrast(colours["soft"], colours["card"]), 4.5, 21);
        Assert.All(Enumerable.Range(0, PlotColours.SeriesCount), i => Assert.InRange(Contrast(colours[$"s{i}"], colours["card"]), 3, 21));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Series_differ_for_eyes_that_lack_a_colour_too(int mode)
    {
        var colours = Declarations(HtmlPage.Resource(typeof(HtmlPage).Assembly, "page.css"))[mode];
        double[][] series = [.. Enumerable.Range(0, PlotColours.SeriesCount).Select(i => Linear(colours[$"s{i}"]))];

        foreach (var sight in Sight.All)
        {
            double[][] seen = [.. series.Select(sight.Lab)];
            for (var i = 0; i < seen.Length; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    var difference = Math.Sqrt(seen[i].Zip(seen[j], (a, b) => (a - b) * (a - b)).Sum());
                    Assert.True(difference > 18, $"s{j} and s{i} look alike to {sight.Name} eyes: {difference:0.0}");
                }
            }
        }
    }

    /// <summary>The colours of the light rule, then those of the dark one.</summary>
    static Dictionary<string, string>[] Declarations(string css) =>
        [.. Root().Matches(css).Select(rule => Declaration().Matches(rule.Value).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value))];

    static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    static double Luminance(string colour) => Linear(colour) is var rgb ? (0.2126 * rgb[0]) + (0.7152 * rgb[1]) + (0.0722 * rgb[2]) : 0;

    static double[] Linear(string colour) => [.. Enumerable.Range(0, 3)
        .Select(i => int.Parse(colour.AsSpan(2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
        .Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4))];

    [GeneratedRegex(@":root \{[^}]*\}")]
    private static partial Regex Root();

    [GeneratedRegex(@"--(\w+): #([0-9a-f]{6})")]
    private static partial Regex Declaration();
}
