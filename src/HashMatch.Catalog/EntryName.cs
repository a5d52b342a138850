namespace HashMatch.Catalog;

/// <summary>A list entry by name.</summary>
/// <param name="List">The list's name.</param>
/// <param name="Entry">The entry's id.</param>
public sealed record EntryName(string List, string Entry)
{
    /// <summary><c>list#id</c>.</summary>
    public override string ToString() => $"{List}#{Entry}";
}
