using System.Reflection;

namespace HashMatch.Pages;

/// <summary>One page that a person can read, complete in itself: no script, no font, no picture from elsewhere.</summary>
/// <remarks>
/// The page has light and dark colours, whichever the reader's system asks for, and one column for narrow screens. What
/// all pages look like is said in <c>page.css</c>; sections, figures, tables in a <c>div.scroll</c>, definition lists,
/// details and <c>div.charts</c> need no class of their own. Thread-safe; equal content gives equal bytes.
/// </remarks>
public static class HtmlPage
{
    /// <summary>A whole document.</summary>
    /// <param name="title">In the window's title; text.</param>
    /// <param name="styleSheet">Rules of this page alone, after those of all pages; CSS, or empty.</param>
    /// <param name="write">Writes what stands within <c>main</c>.</param>
    /// <returns>The document, lines ended by line feeds.</returns>
    public static string Of(string title, string styleSheet, Action<HtmlText> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        HtmlText html = new();
        html.Line($"<!DOCTYPE html>");
        html.Line($"<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\"><title>{title}</title>");
        html.Markup($"<style>\n{Resource(typeof(HtmlPage).Assembly, "page.css")}{styleSheet}</style></head><body><main>\n");
        write(html);
        html.Line($"</main></body></html>");
        return html.ToString();
    }

    /// <summary>Text that was compiled into an assembly, such as a page's style sheet.</summary>
    /// <param name="assembly">Where it is.</param>
    /// <param name="name">Its logical name.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FileNotFoundException">The assembly has no such resource.</exception>
    public static string Resource(Assembly assembly, string name)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException($"'{assembly.GetName().Name}' has no resource '{name}'.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
