namespace HashMatch.Catalog;

/// <summary>An item of a catalogue by name.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Place">The place it lies at, or did.</param>
/// <param name="Path">The path it was first given by.</param>
public sealed record ItemName(long Number, string Place, string Path);
