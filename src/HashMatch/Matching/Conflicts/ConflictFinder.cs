namespace HashMatch.Matching.Conflicts;

/// <summary>Finds what the matches of one item contradict each other in.</summary>
static class ConflictFinder
{
    /// <param name="matches">All matches within their radius.</param>
    /// <param name="counted">Those of them that count, whose labels are compared.</param>
    internal static IReadOnlyList<ListConflict> Find(IReadOnlyList<Match> matches, IReadOnlyList<Match> counted) =>
        [.. OfRoles(matches), .. OfLabels(counted)];

    static IEnumerable<ListConflict> OfRoles(IReadOnlyList<Match> matches)
    {
        var known = matches.Where(match => match.Role == ListRole.Known).ToList();
        if (known.Count > 0 && known.Count < matches.Count)
        {
            yield return new ListConflict(ListConflictKind.Role, "role",
                [new ConflictingValue("known", ListsOf(known)), new ConflictingValue("ignore", ListsOf(matches.Except(known)))]);
        }
    }

    /// <summary>A conflict for every scale of which no value is named by all the matches that name the scale.</summary>
    static IEnumerable<ListConflict> OfLabels(IReadOnlyList<Match> counted)
    {
        var said =
            from match in counted.Index()
            from label in match.Item.Labels.Select(LabelScale.Of).OfType<LabelScale>().Distinct()
            select (match.Index, Match: match.Item, Label: label);
        foreach (var scale in said.GroupBy(one => one.Label.Name).OrderBy(scale => scale.Key, StringComparer.Ordinal))
        {
            var naming = scale.DistinctBy(one => one.Index).Count();
            var values = scale.GroupBy(one => one.Label.Value).OrderBy(value => value.Key, StringComparer.Ordinal).ToList();
            if (values.TrueForAll(value => value.Count() < naming))
            {
                yield return new ListConflict(ListConflictKind.Label, scale.Key,
                    [.. values.Select(value => new ConflictingValue(value.Key, ListsOf(value.Select(one => one.Match))))]);
            }
        }
    }

    static IReadOnlyList<string> ListsOf(IEnumerable<Match> matches) =>
        [.. matches.Select(match => match.List).Distinct().Order(StringComparer.Ordinal)];
}
