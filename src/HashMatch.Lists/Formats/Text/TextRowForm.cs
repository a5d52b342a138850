namespace HashMatch.Lists.Formats.Text;

/// <summary>What stands beside the digits of a text row, and so what 64 of them mean.</summary>
enum TextRowForm
{
    /// <summary>Nothing.</summary>
    Alone,

    /// <summary>A comma, a prefix or a named column.</summary>
    Marked,

    /// <summary>White space and a file name.</summary>
    Named,
}
