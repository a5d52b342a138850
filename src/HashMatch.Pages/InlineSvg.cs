using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace HashMatch.Pages;

/// <summary>Makes an SVG document part of a page.</summary>
/// <remarks>
/// It takes the width of its place and the page's font and colours. Identifiers go, since those of two drawings in one
/// page would clash; and so does what is not seen, and the digits of coordinates that no screen shows.
/// </remarks>
static partial class InlineSvg
{
    internal static string Of(string document, int width, int height, string label)
    {
        XElement svg = new("svg",
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}")), new XAttribute("role", "img"), new XAttribute("aria-label", PlotText.Of(label)),
            XElement.Parse(document).Nodes().SelectMany(Kept));
        return svg.ToString(SaveOptions.DisableFormatting);
    }

    static IEnumerable<XNode> Kept(XNode node)
    {
        if (node is not XElement element)
        {
            return [node];
        }

        var style = element.Attribute("style")?.Value ?? "";
        return element.Name.LocalName switch
        {
            "defs" => [],
            "g" => element.Nodes().SelectMany(Kept),
            _ when style.Contains("fill:none;stroke:none", StringComparison.Ordinal) || Unseen().IsMatch(style) => [],
            _ => [new XElement(element.Name.LocalName, element.Attributes().Select(Kept), element.Nodes().SelectMany(Kept))],
        };
    }

    static XAttribute? Kept(XAttribute attribute) => attribute.Name.LocalName switch
    {
        "font-family" => null,
        "dominant-baseline" => new XAttribute(attribute.Name, BoxEdge(attribute.Value)),
        "fill" => new XAttribute("style", "fill:" + PlotColours.Named(attribute.Value)),
        "style" => new XAttribute("style", PlotColours.Named(attribute.Value)),
        "points" or "transform" => new XAttribute(attribute.Name, Fraction().Replace(attribute.Value, Rounded)),
        _ => attribute,
    };

    /// <summary>OxyPlot places the box of a text, ascent and descent in it; the words it writes mean parts of letters.</summary>
    static string BoxEdge(string baseline) => baseline switch
    {
        "hanging" => "text-before-edge",
        "middle" => "central",
        _ => "text-after-edge",
    };

    /// <summary>A tenth of a unit is finer than any screen.</summary>
    static string Rounded(Match number) => double.Parse(number.Value, CultureInfo.InvariantCulture).ToString("0.#", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"stroke-width:0(?![.\d])")]
    private static partial Regex Unseen();

    [GeneratedRegex(@"-?\d+\.\d+")]
    private static partial Regex Fraction();
}
