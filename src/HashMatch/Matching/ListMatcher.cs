using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Matching.Review;

namespace HashMatch.Matching;

/// <summary>Looks one item up in every list: equal bytes first, then near hashes, each entry once.</summary>
/// <param name="lists">The lists.</param>
/// <param name="options">The bounds.</param>
/// <param name="vetoes">The entries that are no evidence on an item, however near.</param>
/// <param name="history">Is told of every entry that is, and says which are in quarantine; if there is one.</param>
sealed class ListMatcher(IReadOnlyList<KnownList> lists, MatchOptions options, VetoSet vetoes, IEntryHistory? history)
{
    readonly FormSearch _search = new(options);
    readonly Dictionary<int, FormHit> _best = [];
    readonly List<int> _sameBytes = [];

    /// <param name="sighting">The item.</param>
    /// <param name="sides">The sides of vetoes it is on.</param>
    internal ListMatches Find(Sighting sighting, VetoSides sides)
    {
        List<Match> matches = [];
        List<Match> candidates = [];
        List<Match> vetoed = [];
        foreach (var list in lists)
        {
            var exact = FindExact(list, sighting, matches);
            FindNear(list, sighting, sides, exact, matches, candidates, vetoed);
        }

        matches.Sort(CanonicalOrder);
        candidates.Sort(CanonicalOrder);
        vetoed.Sort(CanonicalOrder);
        return new ListMatches(matches, candidates, vetoed);
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
                    matches.Add(Noted(sighting, list.Entries[ordinal],
                        ToMatch(list, ordinal, ContentDigest.NameOf(digest.Kind), MatchBasis.Exact, 0, 0, PictureTransform.Identity)));
                }
            }
        }

        return found;
    }

    void FindNear(KnownList list, Sighting sighting, VetoSides sides, HashSet<int>? exact, List<Match> matches,
        List<Match> candidates, List<Match> vetoed)
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
            var entry = list.Entries[hit.Id];
            var match = ToMatch(list, hit.Id, "pdq", MatchBasis.Near, hit.Distance, hit.Radius, hit.Transform);
            if (!sides.IsEmpty && sides.AreApartFrom(vetoes.SidesOf(entry)))
            {
                vetoed.Add(match);
            }
            else
            {
                (hit.IsWithin ? matches : candidates).Add(Noted(sighting, entry, match));
            }
        }
    }

    Match Noted(Sighting sighting, KnownEntry entry, Match match) =>
        history?.IsHeld(sighting, match, entry) == true ? match with { IsHeld = true } : match;

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
