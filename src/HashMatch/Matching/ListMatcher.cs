using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Indexes;

namespace HashMatch.Matching;

/// <summary>Looks one item up in every list: equal bytes first, then near hashes.</summary>
sealed class ListMatcher(IReadOnlyList<KnownList> lists, MatchOptions options)
{
    readonly List<SearchHit> _hits = [];

    internal ListMatches Find(Sighting sighting)
    {
        List<Match> matches = [];
        List<Match> candidates = [];
        foreach (var list in lists)
        {
            var exact = FindExact(list, sighting, matches);
            if (sighting.Pdq.Quality >= options.MinQuality)
            {
                FindNear(list, sighting, exact, matches, candidates);
            }
        }

        matches.Sort(CanonicalOrder);
        candidates.Sort(CanonicalOrder);
        return new ListMatches(matches, candidates);
    }

    /// <summary>Adds a match for every entry with equal bytes; gives their ordinals, so that none is listed twice.</summary>
    static HashSet<int>? FindExact(KnownList list, Sighting sighting, List<Match> matches)
    {
        HashSet<int>? found = null;
        foreach (var digest in sighting.Digests)
        {
            if (!list.TryFindDigest(digest, out var ordinals))
            {
                continue;
            }

            found ??= [];
            foreach (var ordinal in ordinals)
            {
                if (found.Add(ordinal))
                {
                    matches.Add(ToMatch(list, ordinal, ContentDigest.NameOf(digest.Kind), MatchBasis.Exact, 0, 0));
                }
            }
        }

        return found;
    }

    void FindNear(KnownList list, Sighting sighting, HashSet<int>? exact, List<Match> matches, List<Match> candidates)
    {
        var radius = list.Radius ?? options.Radius;
        list.SearchRadius(sighting.Pdq.Hash, Math.Min(radius + options.ReviewBand, Hash256.BitCount), _hits);
        foreach (var hit in _hits)
        {
            if (exact is null || !exact.Contains(hit.Id))
            {
                var target = hit.Distance <= radius ? matches : candidates;
                target.Add(ToMatch(list, hit.Id, "pdq", MatchBasis.Near, hit.Distance, radius));
            }
        }
    }

    static Match ToMatch(KnownList list, int ordinal, string algorithm, MatchBasis basis, int distance, int radius)
    {
        var entry = list.Entries[ordinal];
        return new Match(list.Name, list.Version, list.Role, entry.Id, algorithm, basis, distance, radius,
            PictureTransform.Identity, entry.Labels);
    }

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
        return order != 0 ? order : string.CompareOrdinal(string.Join('\n', left.Labels), string.Join('\n', right.Labels));
    }
}
