using HashMatch.Hashes;
using HashMatch.Indexes;
using HashMatch.Matching.Entries;

namespace HashMatch.Matching;

/// <summary>Entries to match against, with a name, a version and a role.</summary>
/// <remarks>
/// Fill it from one thread with <see cref="Add"/>; then any number of threads may search it. Entries are held as columns
/// outside the collector's heap, about 100 bytes for one with a digest beside the 136 of its hash in the index;
/// <see cref="KnownListSnapshot"/> keeps them in a file.
/// </remarks>
public sealed class KnownList
{
    byte[]? _fingerprint;

    /// <summary>An empty list.</summary>
    /// <param name="name">The name shown in matches.</param>
    /// <param name="role">What a match means.</param>
    /// <param name="version">The version shown in matches, if it has one.</param>
    /// <param name="radius">Its own radius, 0..256, or null for the run's.</param>
    /// <param name="profile">The profile its hashes were made by, if it says so.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The radius lies outside 0..256.</exception>
    public KnownList(string name, ListRole role, string? version = null, int? radius = null, string? profile = null)
        : this(name, role, version, radius, profile, new EntryColumns(), new HashIndex<Hash256>())
    {
    }

    /// <summary>A list that was kept.</summary>
    internal KnownList(ListInfo info, EntryColumns columns, HashIndex<Hash256> index)
        : this(info.Name, info.Role, info.Version, info.Radius, info.Profile, columns, index) => _fingerprint = info.Fingerprint;

    KnownList(string name, ListRole role, string? version, int? radius, string? profile, EntryColumns columns, HashIndex<Hash256> index)
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
        Columns = columns;
        Index = index;
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

    /// <summary>The entries in the order they were added. Each is made anew whenever it is asked for.</summary>
    public IReadOnlyList<KnownEntry> Entries => Columns;

    /// <summary>How many entries have a PDQ hash.</summary>
    public int HashCount => Columns.HashCount;

    /// <summary>The kinds of digest that occur in it: what a query needs for exact matches.</summary>
    public IReadOnlySet<DigestKind> DigestKinds => Columns.Digests.Kinds;

    /// <summary>The memory of entries and index outside the collector's heap, in bytes, mapped files included.</summary>
    public long AllocatedBytes => Columns.AllocatedBytes + Index.AllocatedBytes;

    /// <summary>The entries by column.</summary>
    internal EntryColumns Columns { get; }

    /// <summary>The entries' hashes, by ordinal.</summary>
    internal HashIndex<Hash256> Index { get; }

    /// <summary>Adds an entry.</summary>
    /// <exception cref="OverflowException">All ids, or all labels, have more than 2^31 characters.</exception>
    public void Add(KnownEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(entry.Id);
        ArgumentNullException.ThrowIfNull(entry.Digests);
        ArgumentNullException.ThrowIfNull(entry.Labels);
        var ordinal = Columns.Count;
        Columns.Add(entry);
        _fingerprint = null;
        if (entry.Pdq is { } pdq)
        {
            Index.Add(pdq, ordinal);
        }
    }

    /// <summary>
    /// A SHA-256 over all the list says, so that two versions of one name are told apart; no entry can be read from it.
    /// Computed once; a list from a snapshot brings it.
    /// </summary>
    public byte[] ComputeFingerprint() => [.. _fingerprint ??= ListFingerprint.Of(this)];

    /// <summary>The ordinals of the entries with that digest, ascending.</summary>
    internal void FindDigest(ContentDigest digest, List<int> ordinals) => Columns.Digests.Find(digest, ordinals);

    /// <summary>The entries, by ordinal, within a radius.</summary>
    internal void SearchRadius(Hash256 query, int radius, List<SearchHit> hits) => Index.SearchRadius(query, radius, hits);
}
