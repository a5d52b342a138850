namespace HashMatch.Pages.Tests;

public class HtmlPageTests
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
}
