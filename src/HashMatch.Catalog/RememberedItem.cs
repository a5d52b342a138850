using System.Collections.ObjectModel;
using HashMatch.Matching;

namespace HashMatch.Catalog;

/// <summary>An item as the catalogue holds it.</summary>
public sealed record RememberedItem
{
    internal RememberedItem()
    {
    }

    /// <summary>Its number, in the order items were first seen.</summary>
    public required long Number { get; init; }

    /// <summary>The one name of the place it lies at.</summary>
    public required string Place { get; init; }

    /// <summary>The path it was first given by.</summary>
    public required string Path { get; init; }

    /// <summary>What it holds.</summary>
    public required CatalogContent Content { get; init; }

    /// <summary>Where it comes from, as a caller said last; null if none did.</summary>
    public string? Source { get; init; }

    /// <summary>What else a caller said of it, in the order of the keys; empty if none did.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The runs that saw this content at this place, 1 or more.</summary>
    public required long Sightings { get; init; }

    /// <summary>When the first of them began, to the millisecond, UTC.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>When the latest of them began, to the millisecond, UTC.</summary>
    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>When the file was last changed, as far as that can be relied on.</summary>
    internal DateTime? Modified { get; init; }

    /// <summary>Whether the place held this content when it was last looked at.</summary>
    internal bool IsCurrent { get; init; }

    internal long ContentNumber { get; init; }

    /// <summary>The group it opened: the number of the decision by which it did.</summary>
    internal long? Opened { get; init; }

    /// <summary>
    /// What the items before it said, if that decided it. An item that a list decided has none: should the list be left
    /// out one day, the item is looked up like a new one.
    /// </summary>
    internal SeenEvidence? Evidence { get; init; }

    /// <summary>The number of its latest decision.</summary>
    internal long DecisionNumber { get; init; }

    /// <summary>Its latest decision, as the log holds it.</summary>
    internal string Decision { get; init; } = "";
}
