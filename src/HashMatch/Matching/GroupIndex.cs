using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Indexes;

namespace HashMatch.Matching;

/// <summary>The hashes by which copies find the groups they belong to: those of the groups' first items.</summary>
/// <remarks>
/// A first item is kept by its own hash and by those of the picture without its border and without any margin, as far as they
/// may be matched; it is found by any form of another. Any number of threads may read <see cref="Hashes"/>; else one thread at a time.
/// </remarks>
public sealed class GroupIndex
{
    /// <summary>The largest number of a group.</summary>
    public const int MostGroups = (int.MaxValue - (Borders - 1)) / Borders;

    const int Borders = (int)BorderKind.Content + 1;

    readonly MatchOptions _options;
    readonly FormSearch _search;

    /// <summary>An index of groups.</summary>
    /// <param name="options">The bounds groups are made by.</param>
    /// <param name="hashes">The <see cref="Hashes"/> of an earlier one with the same options; none unless given.</param>
    public GroupIndex(MatchOptions options, HashIndex<Hash256>? hashes = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _search = new FormSearch(options);
        Hashes = hashes ?? new HashIndex<Hash256>();
    }

    /// <summary>The hashes. An id is five times the group's number plus the <see cref="BorderKind"/> that was cut off.</summary>
    public HashIndex<Hash256> Hashes { get; }

    /// <summary>Adds a group.</summary>
    /// <param name="first">The forms of its first item.</param>
    /// <param name="group">Its number, 0..<see cref="MostGroups"/>; groups opened earlier have smaller ones.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number lies outside its range.</exception>
    public void Add(HashForms first, int group) => AddRange([(first, group)]);

    /// <summary>Adds many groups at once.</summary>
    /// <param name="groups">The forms of each first item, and the group's number.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside its range; none was added.</exception>
    public void AddRange(IEnumerable<(HashForms First, int Group)> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        List<Hash256> hashes = [];
        List<int> ids = [];
        foreach (var (first, group) in groups)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(group);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(group, MostGroups);
            foreach (var form in first.All)
            {
                if (form.Transform.Turned == DihedralTransform.Identity && _options.GateOf(form) is null)
                {
                    hashes.Add(form.Hash);
                    ids.Add((group * Borders) + (int)form.Transform.Trimmed);
                }
            }
        }

        Hashes.AddRange([.. hashes], [.. ids]);
    }

    /// <summary>Takes a group out, such as one whose first item turned out to be something else.</summary>
    /// <param name="group">Its number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number lies outside its range.</exception>
    public void Remove(int group)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(group);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(group, MostGroups);
        for (var border = 0; border < Borders; border++)
        {
            Hashes.Remove((group * Borders) + border);
        }
    }

    /// <summary>
    /// The nearest group within the radius and the review band, by any form; of equally near ones that to which the least
    /// was done, then the earliest. Null if there is none, or no form of the item may be matched.
    /// </summary>
    /// <param name="forms">The item's forms.</param>
    public GroupHit? FindNearest(HashForms forms) => FindNearest(forms, int.MaxValue);

    /// <summary>The same among the groups opened before one.</summary>
    /// <param name="forms">The item's forms.</param>
    /// <param name="before">Only groups of smaller numbers are found.</param>
    public GroupHit? FindNearest(HashForms forms, int before)
    {
        ArgumentNullException.ThrowIfNull(forms);
        FormHit? nearest = null;
        foreach (var hit in Near(forms))
        {
            if (hit.Id / Borders < before && (nearest is not { } best || hit.CompareTo(best) < 0))
            {
                nearest = hit;
            }
        }

        return nearest is { } found ? ToHit(found) : null;
    }

    /// <summary>The same among the groups that may be found.</summary>
    /// <param name="forms">The item's forms.</param>
    /// <param name="isPassedOver">Whether a group is not to be found; asked only of groups that are near.</param>
    /// <param name="passedOver">Is filled with the groups that would have come before the one found, nearest first, each once.</param>
    public GroupHit? FindNearest(HashForms forms, Predicate<int> isPassedOver, ICollection<GroupHit> passedOver)
    {
        ArgumentNullException.ThrowIfNull(forms);
        ArgumentNullException.ThrowIfNull(isPassedOver);
        ArgumentNullException.ThrowIfNull(passedOver);
        passedOver.Clear();
        var near = Near(forms);
        near.Sort();
        HashSet<int> seen = [];
        foreach (var hit in near)
        {
            var group = hit.Id / Borders;
            if (!isPassedOver(group))
            {
                return ToHit(hit);
            }

            if (seen.Add(group))
            {
                passedOver.Add(ToHit(hit));
            }
        }

        return null;
    }

    /// <summary>What is near by any form: a border narrows the radius, whichever of the two pictures it was cut off.</summary>
    List<FormHit> Near(HashForms forms)
    {
        var found = _search.Find(forms, _options.Radius, Hashes.SearchRadius);
        var count = 0;
        for (var i = 0; i < found.Count; i++)
        {
            var hit = found[i];
            var radius = _options.RadiusOf(hit.Transform, _options.Radius, BorderOf(hit));
            if (hit.Distance <= radius + _options.ReviewBand)
            {
                found[count++] = hit with { Radius = radius };
            }
        }

        found.RemoveRange(count, found.Count - count);
        return found;
    }

    static GroupHit ToHit(FormHit hit) => new(hit.Id / Borders, hit.Distance, hit.Transform, BorderOf(hit));

    /// <summary>What was cut off the first item.</summary>
    static BorderKind BorderOf(FormHit hit) => (BorderKind)(hit.Id % Borders);
}
