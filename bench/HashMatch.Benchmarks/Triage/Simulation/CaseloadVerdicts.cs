using HashMatch.Hashers;
using HashMatch.Hashes;
using HashMatch.Matching;
using HashMatch.Triage;

namespace HashMatch.Benchmarks.Triage.Simulation;

/// <summary>What matching says of all items, in the order in which they arrive: by their hashes and digests alone.</summary>
static class CaseloadVerdicts
{
    internal static TriageCase[] Decide(Caseload caseload)
    {
        Deduplicator deduplicator = new(caseload.Lists);
        return [.. caseload.Reports.Select(planted => new TriageCase(planted.Report,
            [.. planted.Report.Items.Select((item, number) => item.Pdq is { } hash ? Decide(deduplicator, $"{planted.Report.Id}#{number}", hash, item.Quality ?? 100, item.Digests) : null)]))];
    }

    static ItemVerdict Decide(Deduplicator deduplicator, string path, Hash256 hash, int quality, IReadOnlyList<ContentDigest> digests) =>
        ItemVerdict.Of(deduplicator.Submit(new Sighting(path, new PdqResult(hash, quality), 1, digests)));
}
