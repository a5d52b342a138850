using System.Diagnostics.CodeAnalysis;
using HashMatch.Hashes;

namespace HashMatch.Lists.Formats;

/// <summary>Gathers one entry field by field; used again for the next.</summary>
sealed class EntryBuilder
{
    /// <summary>Digests of an entry that are looked through one by one; a record has room for hundreds of thousands.</summary>
    const int MostLookedThrough = 32;

    readonly List<ContentDigest> _digests = [];
    HashSet<ContentDigest>? _manyDigests;
    readonly List<OpaqueHash> _others = [];
    readonly List<string> _labels = [];
    Hash256? _pdq;

    internal string? Id { get; set; }

    internal bool IsRemoved { get; set; }

    internal string? Source { get; set; }

    internal string? Owner { get; set; }

    internal string? Created { get; set; }

    internal string? Updated { get; set; }

    internal ListFeedback? Feedback { get; set; }

    internal ExtraFields Extra { get; } = new();

    internal void Clear()
    {
        _digests.Clear();
        _manyDigests = null;
        _others.Clear();
        _labels.Clear();
        _pdq = null;
        Id = Source = Owner = Created = Updated = null;
        IsRemoved = false;
        Feedback = null;
        Extra.Clear();
    }

    internal void AddLabel(string label) => _labels.Add(label);

    internal void ClearLabels() => _labels.Clear();

    /// <summary>Adds a hash that is not matched.</summary>
    internal void AddOther(string name, string value) => _others.Add(new OpaqueHash(name, value));

    /// <summary>Adds a hash by what the list calls it; one that is not matched is kept as it is.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its digits.</param>
    /// <param name="field">The field it stands in, for the message.</param>
    /// <param name="reason">Why it is refused.</param>
    internal bool TryAddHash(string name, string value, string field, [NotNullWhen(false)] out string? reason)
    {
        if (HashNames.TryFindDigest(name, out var kind))
        {
            return TryAddDigest(kind, value, field, out reason);
        }

        if (HashNames.IsPdq(name))
        {
            return TryAddPdq(value, field, out reason);
        }

        AddOther(name, value);
        reason = null;
        return true;
    }

    internal bool TryAddDigest(DigestKind kind, ReadOnlySpan<char> digits, string field, [NotNullWhen(false)] out string? reason)
    {
        if (!ContentDigest.TryParse(kind, digits, out var digest))
        {
            reason = HashNames.WrongDigits(field, 2 * ContentDigest.ByteLength(kind));
            return false;
        }

        if (IsNew(digest))
        {
            _digests.Add(digest);
        }

        reason = null;
        return true;
    }

    internal bool TryAddPdq(ReadOnlySpan<char> digits, string field, [NotNullWhen(false)] out string? reason)
    {
        if (!Hash256.TryParse(digits, out var hash))
        {
            reason = HashNames.WrongDigits(field, Hash256.TextLength);
            return false;
        }

        if (_pdq is { } first && first != hash)
        {
            // An entry is matched by one hash; a second is kept.
            AddOther(HashNames.Pdq, hash.ToString());
        }

        _pdq ??= hash;
        reason = null;
        return true;
    }

    bool IsNew(ContentDigest digest) => _digests.Count < MostLookedThrough
        ? !_digests.Contains(digest)
        : (_manyDigests ??= [.. _digests]).Add(digest);

    /// <summary>The entry; null for a row with no hash, unless it is a tombstone with an id.</summary>
    internal ListEntry? Build()
    {
        var provenance = Source is null && Owner is null && Created is null && Updated is null && Feedback is null
            ? null
            : new ListProvenance { Source = Source, Owner = Owner, Created = Created, Updated = Updated, Feedback = Feedback };
        var hasHash = _pdq is not null || _digests.Count > 0 || _others.Count > 0;
        return !hasHash && !(IsRemoved && Id is not null)
            ? null
            : new ListEntry
            {
                Id = string.IsNullOrEmpty(Id) ? null : Id,
                Pdq = _pdq,
                Digests = [.. _digests],
                OtherHashes = [.. _others],
                Labels = [.. _labels],
                IsRemoved = IsRemoved,
                Provenance = provenance,
                ExtraFields = Extra.Take(),
            };
    }
}
