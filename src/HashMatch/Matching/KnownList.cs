using System.Diagnostics.CodeAnalysis;
using HashMatch.Hashes;
using HashMatch.Indexes;

namespace HashMatch.Matching;

/// <summary>Entries to match against, with a name, a version and a role.</summary>
/// <remarks>Fill it from one thread with <see cref="Add"/>; then any number of threads may search it.</remarks>
public sealed class KnownList
{
    readonly List<KnownEntry> _entries = [];
    readonly HashIndex<Hash256> _index = new();
    readonly Dictionary<ContentDigest, List<int>> _byDigest = [];
    readonly HashSet<DigestKind> _digestKinds = [];

    /// <summary>An empty list.</summary>
    /// <param name="name">The name shown in matches.</param>
    /// <param name="role">What a match means.</param>
    /// <param name="version">The version shown in matches, if it has one.</param>
    /// <param name="radius">Its own radius, 0..256, or null for the run's.</param>
    /// <param name="profile">The profile its hashes were made by, if it says so.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The radius lies outside 0..256.</exception>
    public KnownList(string name, ListRole role, string? version = null, int? radius = null, string? profile = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (radius is < 0 or > 256)
        {
            throw new ArgumentOutOfRangeException(nameof(radius), radius, "Radius must lie in 0..256.");
        }

        Name = name;
        Role = role;
        Version = version;
        Radius = radius;
        Profile = profile;
    }

    /// <summary>The name shown in matches.</summary>
    public string Name { get; }

    /// <summary>What a match means.</summary>
    public ListRole Role { get; }

    /// <summary>The version shown in matches, or null.</summary>
    public string? Version { get; }

    /// <summary>The list's own radius, or null for the run's.</summary>
    public int? Radius { get; }

    /// <summary>The profile of its hashes, or null when the list does not say.</summary>
    public string? Profile { get; }

    /// <summary>The entries in the order they were added.</summary>
    public IReadOnlyList<KnownEntry> Entries => _entries;

    /// <summary>The kinds of digest that occur in it: what a query needs for exact matches.</summary>
    public IReadOnlySet<DigestKind> DigestKinds => _digestKinds;

    /// <summary>Adds an entry.</summary>
    public void Add(KnownEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var ordinal = _entries.Count;
        _entries.Add(entry);
        if (entry.Pdq is { } pdq)
        {
            _index.Add(pdq, ordinal);
        }

        foreach (var digest in entry.Digests)
        {
            _digestKinds.Add(digest.Kind);
            if (!_byDigest.TryGetValue(digest, out var ordinals))
            {
                _byDigest.Add(digest, ordinals = []);
            }

            ordinals.Add(ordinal);
        }
    }

    /// <summary>The ordinals of the entries with that digest.</summary>
    internal bool TryFindDigest(ContentDigest digest, [NotNullWhen(true)] out List<int>? ordinals) =>
        _byDigest.TryGetValue(digest, out ordinals);

    /// <summary>The entries, by ordinal, within a radius.</summary>
    internal void SearchRadius(Hash256 query, int radius, List<SearchHit> hits) =>
        _index.SearchRadius(query, radius, hits);
}
