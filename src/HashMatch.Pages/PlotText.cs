using System.Text;
using System.Xml;

namespace HashMatch.Pages;

/// <summary>Text as a drawing can hold it.</summary>
static class PlotText
{
    /// <summary>The same text, but for control characters and halves of pairs: XML has no place for them, and names come from strangers.</summary>
    internal static string Of(string text)
    {
        StringBuilder kept = new(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // Half a pair is a replacement character already.
            kept.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return kept.ToString();
    }
}
