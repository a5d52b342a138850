namespace HashMatch.Catalog;

/// <summary>A reviewer's decision, as it is handed in.</summary>
/// <param name="Action">What is decided.</param>
/// <param name="By">Who decided; not blank, at most 4096 characters.</param>
/// <param name="Why">Why; not blank, at most 4096 characters.</param>
/// <remarks>
/// <para>
/// It is about one or two of <see cref="Item"/>, <see cref="Other"/> and the entry that <see cref="List"/> and
/// <see cref="Entry"/> name. Confirm and reject need an item; with it alone they are about the first-generation item it
/// repeats, or the one entry it matches. Veto needs two, at most one of them an entry. Release needs an entry, or two.
/// </para>
/// <para>
/// An item is named by its place, by the path it was first given by, as <c>item:12</c> by its number, or by its bytes or
/// hash as <c>xxh128:</c>, <c>md5:</c>, <c>sha1:</c>, <c>sha256:</c> or <c>pdq:</c> with hexadecimal digits. What names no
/// item may name an entry, as <c>list#id</c>.
/// </para>
/// </remarks>
public sealed record FeedbackRequest(FeedbackAction Action, string By, string Why)
{
    /// <summary>The longest <see cref="By"/> or <see cref="Why"/>.</summary>
    public const int MostCharacters = 4096;

    /// <summary>An item, or an entry as <c>list#id</c>.</summary>
    public string? Item { get; init; }

    /// <summary>Another one.</summary>
    public string? Other { get; init; }

    /// <summary>The name of the list of an entry.</summary>
    public string? List { get; init; }

    /// <summary>The entry's id.</summary>
    public string? Entry { get; init; }
}
