using System.Text;
using System.Text.RegularExpressions;

namespace HashMatch.Lists.Tests;

/// <summary>Half a surrogate pair, escaped, is valid JSON and no text: readers of it throw where nobody expects them to.</summary>
public class HalfSurrogateTests
{
    [Theory]
    [InlineData("vics-2.0.json", ListFormat.Vics)]
    [InlineData("vics-1.3-cases.json", ListFormat.Vics)]
    [InlineData("stopncii.json", ListFormat.StopNcii)]
    [InlineData("provenance.jsonl", ListFormat.JsonLines)]
    [InlineData("records", ListFormat.JsonLines)]
    public void In_place_of_any_name_or_text_it_breaks_a_row_or_the_document(string file, ListFormat format)
    {
        var text = Encoding.UTF8.GetString(ListTexts.Sample(file));
        var broken = 0;
        foreach (var place in Regex.Matches(text, "\"[^\"]*\"").Cast<Match>())
        {
            var changed = text[..place.Index] + "\"\\ud800\"" + text[(place.Index + place.Length)..];
            foreach (var given in (ReadOnlySpan<ListFormat>)[format, ListFormat.Auto])
            {
                broken += Breaks(changed, given) ? 1 : 0;
            }
        }

        Assert.True(broken > 0);
    }

    static bool Breaks(string text, ListFormat format)
    {
        try
        {
            return ListTexts.Rows(text, format).Exists(row => !row.IsEntry);
        }
        catch (ListFormatException)
        {
            return true;
        }
    }
}
