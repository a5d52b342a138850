namespace HashMatch.Matching.Conflicts;

/// <summary>A label that gives one value on a scale, so that two of them can contradict each other.</summary>
/// <param name="Name">The scale.</param>
/// <param name="Value">The value, as it is written.</param>
/// <remarks>
/// Two forms can be told: a name, a hyphen and a whole number (<c>category-2</c>, as VICS categories are read), and the
/// four classes of hash sharing XML (<c>A1</c>, <c>A2</c>, <c>B1</c>, <c>B2</c>). Any other label stands for itself.
/// </remarks>
readonly record struct LabelScale(string Name, string Value)
{
    /// <summary>The scale of a label, or null where it names none.</summary>
    internal static LabelScale? Of(string label) => label is "A1" or "A2" or "B1" or "B2"
        ? new LabelScale("classification", label)
        : OfNumber(label);

    static LabelScale? OfNumber(ReadOnlySpan<char> label)
    {
        var name = label.TrimEnd("0123456789");
        if (name.Length == label.Length || !name.EndsWith('-') || !char.IsLetter(name[0]))
        {
            return null;
        }

        // A second hyphen is the number's sign.
        name = name[..^1];
        name = name.EndsWith('-') ? name[..^1] : name;
        return new LabelScale(name.ToString(), label[(name.Length + 1)..].ToString());
    }
}
