using HashMatch.Hashers;
using HashMatch.Hashes;

namespace HashMatch.Matching;

/// <summary>Looks one item up in every list: equal bytes first, then near hashes, each entry once.</summary>
sealed class ListMatcher(IReadOnlyList<KnownList> lists, MatchOptions options)
{
    readonly FormSearch _search = new(options);
    readonly Dictionary<int, FormHit> _best = [];
    readonly List<int> _sameBytes = [];

    internal ListMatches Find(Sighting sighting)
    {
        List<Match> matches = [];
        List<Match> candidates = [];
        foreach (var list in lists)
        {
            var exact = FindExact(list, sighting, matches);
            FindNear(list, sighting, exact, matches, candidates);
        }

        matches.Sort(CanonicalOrder);
        candidates.Sort(CanonicalOrder);
        return new ListMatches(matches, candidates);
    }

    /// <summary>Adds a match for every entry with equal bytes; gives their ordinals, so that none is listed twice.</summary>
    HashSet<int>? FindExact(KnownList list, Sighting sighting, List<Match> matches)
    {
        HashSet<int>? found = null;
        foreach (var digest in sighting.Digests)
        {
            list.FindDigest(digest, _sameBytes);
            foreach (var ordinal in _sameBytes)
            {
                found ??= [];
                if (found.Add(ordinal))
                {
                    matches.Add(ToMatch(list, ordinal, ContentDigest.NameOf(digest.Kind), MatchBasis.Exact, 0, 0, PictureTransform.Identity));
                }
            }
        }

        return found;
    }

    void FindNear(KnownList list, Sighting sighting, HashSet<int>? exact, List<Match> matches, List<Match> candidates)
    {
        _best.Clear();
        foreach (var hit in _search.Find(sighting.Forms, list.Radius ?? options.Radius, list.SearchRadius))
        {
            if (exact?.Contains(hit.Id) != true && (!_best.TryGetValue(hit.Id, out var best) || hit.CompareTo(best) < 0))
            {
                _best[hit.Id] = hit;
            }
        }

        foreach (var hit in _best.Values)
        {
            var target = hit.IsWithin ? matches : candidates;
            target.Add(ToMatch(list, hit.Id, "pdq", MatchBasis.Near, hit.Distance, hit.Radius, hit.Transform));
        }
    }

    static Match ToMatch(KnownList list, int ordinal, string algorithm, MatchBasis basis, int distance, int radius,
        PictureTransform transform) =>
        new(list.Name, list.Version, list.Role, list.Columns.IdOf(ordinal), algorithm, basis, distance, radius, transform, list.Columns.LabelsOf(ordinal));

    static int CanonicalOrder(Match left, Match right)
    {
        var order = string.CompareOrdinal(left.List, right.List);
        order = order != 0 ? order : string.CompareOrdinal(left.Version, right.Version);
        order = order != 0 ? order : left.Role.CompareTo(right.Role);
        order = order != 0 ? order : left.Distance.CompareTo(right.Distance);
        order = order != 0 ? order : string.CompareOrdinal(left.Entry, right.Entry);
        // Lists can share name, version and line numbers; the order given must not show even then.
        order = order != 0 ? order : string.CompareOrdinal(left.Algorithm, right.Algorithm);
        order = order != 0 ? order : left.Radius.CompareTo(right.Radius);
        order = order != 0 ? order : left.Transform.CompareTo(right.Transform);
        return order != 0 ? order : string.CompareOrdinal(string.Join('\n', left.Labels), string.Join('\n', right.Labels));
    }
}
