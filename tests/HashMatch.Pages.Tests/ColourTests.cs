namespace HashMatch.Pages.Tests;

/// <summary>What the style sheets of all pages make of text and drawings, for every scheme and kind of sight.</summary>
public class ColourTests
{
    /// <summary>WCAG 2.2, 1.4.3 at level AA: text, however small.</summary>
    const double OfText = 4.5;

    /// <summary>1.4.11: what must be seen of a drawing, and the ring around what has the focus.</summary>
    const double OfMarks = 3;

    static readonly string[] s_texts = ["ink", "soft"];

    public static TheoryData<bool> Schemes => [false, true];

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Text_stands_out_from_whatever_lies_behind_it(bool dark)
    {
        var colours = StyleSheets.ColoursOf(dark);

        foreach (var behind in StyleSheets.Used("background"))
        {
            Assert.All(s_texts, text => AssertContrast(colours, text, behind, OfText));
        }
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Series_and_the_ring_around_what_has_the_focus_are_seen(bool dark)
    {
        var colours = StyleSheets.ColoursOf(dark);

        // Drawings lie on cards.
        Assert.All(Enumerable.Range(0, PlotColours.SeriesCount), i => AssertContrast(colours, $"s{i}", "card", OfMarks));
        Assert.All((string[])["page", "card"], behind => AssertContrast(colours, "focus", behind, OfMarks));
    }

    [Fact]
    public void Every_colour_is_a_variable_that_was_measured()
    {
        Assert.Equal(s_texts, StyleSheets.Used("color"));
        Assert.Equal(["b1", "b2", "b3", "b4", "card", "page"], StyleSheets.Used("background"));
        Assert.Equal(StyleSheets.ColoursOf(dark: false).Keys.Order(StringComparer.Ordinal), StyleSheets.ColoursOf(dark: true).Keys.Order(StringComparer.Ordinal));
        Assert.Empty(StyleSheets.LiteralColours());
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Series_differ_for_eyes_that_lack_a_colour_too(bool dark)
    {
        var colours = StyleSheets.ColoursOf(dark);
        double[][] series = [.. Enumerable.Range(0, PlotColours.SeriesCount).Select(i => Contrast.Linear(colours[$"s{i}"]))];

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

    /// <summary>Black on white and a pair of the recommendation's own.</summary>
    [Theory]
    [InlineData("000000", "ffffff", 21)]
    [InlineData("777777", "ffffff", 4.48)]
    [InlineData("ffffff", "ffffff", 1)]
    public void Contrast_is_that_of_WCAG(string one, string other, double ratio) => Assert.Equal(ratio, Contrast.Of(one, other), 0.005);

    static void AssertContrast(Dictionary<string, string> colours, string front, string behind, double least)
    {
        var ratio = Contrast.Of(colours[front], colours[behind]);
        Assert.True(ratio >= least, $"{front} on {behind} has a contrast of {ratio:0.00}, not {least}.");
    }
}
