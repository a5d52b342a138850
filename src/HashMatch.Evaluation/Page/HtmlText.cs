using System.Globalization;
using System.Net;
using System.Text;

namespace HashMatch.Evaluation.Page;

/// <summary>A growing piece of the page. What is put into it by interpolation is text, never markup.</summary>
sealed class HtmlText
{
    readonly StringBuilder _text = new();

    /// <summary>A line of markup; its interpolated values are encoded.</summary>
    internal void Line(FormattableString markup) =>
        _text.Append(string.Format(CultureInfo.InvariantCulture, markup.Format,
            [.. markup.GetArguments().Select(value => WebUtility.HtmlEncode(Convert.ToString(value, CultureInfo.InvariantCulture)))])).Append('\n');

    /// <summary>Markup made elsewhere, as it is.</summary>
    internal void Markup(string markup) => _text.Append(markup);

    public override string ToString() => _text.ToString();
}
