using System.Globalization;
using System.Net;
using System.Text;

namespace HashMatch.Pages;

/// <summary>A growing piece of a page. What is put into it by interpolation is text, never markup. Not thread-safe.</summary>
public sealed class HtmlText
{
    readonly StringBuilder _text = new();

    /// <summary>Adds a line of markup; its interpolated values are encoded, numbers as in the invariant culture.</summary>
    /// <param name="markup">An interpolated string whose literal parts are HTML.</param>
    public void Line(FormattableString markup)
    {
        ArgumentNullException.ThrowIfNull(markup);
        _text.Append(string.Format(CultureInfo.InvariantCulture, markup.Format,
            [.. markup.GetArguments().Select(value => WebUtility.HtmlEncode(Convert.ToString(value, CultureInfo.InvariantCulture)))])).Append('\n');
    }

    /// <summary>Adds markup made elsewhere, as it is.</summary>
    /// <param name="markup">HTML.</param>
    public void Markup(string markup) => _text.Append(markup);

    /// <summary>All that was added.</summary>
    /// <returns>HTML, lines ended by line feeds.</returns>
    public override string ToString() => _text.ToString();
}
