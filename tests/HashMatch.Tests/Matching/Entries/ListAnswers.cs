using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Indexes;
using HashMatch.Matching;

namespace HashMatch.Tests.Matching.Entries;

/// <summary>What a list says, in words that can be compared.</summary>
static class ListAnswers
{
    internal static string Of(KnownEntry entry) =>
        $"{entry.Id.Length}:{entry.Id} {entry.Pdq} [{string.Join(' ', entry.Digests.Select(digest => $"{digest.Kind}:{digest}"))}] [{string.Join(' ', entry.Labels.Select(label => $"{label.Length}:{label}"))}]";

    internal static int[] FindDigest(KnownList list, ContentDigest digest)
    {
        List<int> ordinals = [17];
        list.FindDigest(digest, ordinals);
        return [.. ordinals];
    }

    internal static SearchHit[] SearchRadius(KnownList list, Hash256 query, int radius)
    {
        List<SearchHit> hits = [];
        list.SearchRadius(query, radius, hits);
        return [.. hits];
    }

    /// <summary>The decision on an item with that hash and those digests, with all its evidence.</summary>
    internal static string Decide(KnownList list, Hash256 query, params ContentDigest[] digests)
    {
        Deduplicator deduplicator = new([list], MatchOptions.Default with { MaxImbalance = 128 });
        var decision = deduplicator.Submit(new Sighting("a", new PdqResult(query, 100), 1, digests));
        return $"{decision.Verdict} {decision.Basis} {decision.Reason} " + string.Join('|', decision.Matches.Select(match =>
            $"{match.List} {match.Version} {match.Role} {match.Entry} {match.Algorithm} {match.Basis} {match.Distance} {match.Radius} {match.Transform} {string.Join(',', match.Labels)}"));
    }

    internal static void AssertSame(KnownList expected, KnownList actual)
    {
        Assert.Equal((expected.Name, expected.Role, expected.Version, expected.Radius, expected.Profile), (actual.Name, actual.Role, actual.Version, actual.Radius, actual.Profile));
        Assert.Equal((expected.Entries.Count, expected.HashCount), (actual.Entries.Count, actual.HashCount));
        Assert.Equal(expected.Entries.Select(Of), actual.Entries.Select(Of));
        Assert.Equal(expected.DigestKinds.Order(), actual.DigestKinds.Order());
        Assert.Equal(expected.ComputeFingerprint(), actual.ComputeFingerprint());
    }
}
