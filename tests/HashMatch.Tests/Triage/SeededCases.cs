using HashMatch.Hashes;
using HashMatch.Matching;
using HashMatch.Tests.Indexes;
using HashMatch.Triage;
using HashMatch.Triage.FollowUps;
using HashMatch.Triage.Reports;

namespace HashMatch.Tests.Triage;

/// <summary>Reports that have things in common, some of everything, the same for a seed.</summary>
static class SeededCases
{
    internal static DateTimeOffset Start { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    static readonly string[] s_labels = ["A", "B", "severity-1", "severity-2", "severity-3"];

    internal static TriageCase[] Make(int seed, int count)
    {
        Random random = new(seed);
        var hashes = SeededCollection.Hashes(seed, (2 * count) + 10);
        return [.. Enumerable.Range(0, count).Select(number => Case(random, hashes, number, count))];
    }

    internal static Report Report(string id, params IReadOnlyList<ReportItem> items) => new()
    {
        Id = id,
        IncidentType = "type-a",
        IncidentTime = Start,
        Items = items,
    };

    internal static ContentDigest Digest(string text) => ContentDigest.Compute(DigestKind.Sha256, System.Text.Encoding.UTF8.GetBytes(text));

    static TriageCase Case(Random random, Hash256[] hashes, int number, int count)
    {
        var arrival = Start.AddMinutes(random.Next(60 * 24 * 120));
        var items = Enumerable.Range(0, random.Next(5)).Select(_ => Item(random, hashes)).ToArray();
        Report report = new()
        {
            // Some ids are shared by two systems, some moments by several reports.
            Id = $"r-{number / 2}",
            Source = number % 2 == 0 ? $"system-{random.Next(3)}" : null,
            Jurisdiction = Maybe(random, $"J-{random.Next(3)}"),
            Submitter = Maybe(random, $"s-{random.Next(9)}"),
            IncidentType = $"type-{random.Next(3)}",
            IncidentTime = random.Next(5) == 0 ? Start : arrival.AddHours(-random.Next(90)),
            ReceivedTime = random.Next(4) == 0 ? null : arrival,
            Escalated = random.Next(10) == 0,
            Accounts = [.. Enumerable.Range(0, random.Next(3)).Select(_ => $"a-{random.Next(count)}")],
            Items = items,
        };
        FollowUp[] followUps = [.. Enumerable.Range(0, Math.Max(0, random.Next(6) - 3)).Select(_ =>
            FollowUp.Of(report.Id, report.Source, arrival.AddHours(random.Next(200)), (FollowUpOutcome)random.Next(6)))];
        return new TriageCase(report, [.. items.Select(_ => Verdict(random))], followUps);
    }

    static ReportItem Item(Random random, Hash256[] hashes) => new()
    {
        Path = Maybe(random, "a.jpg"),
        Pdq = random.Next(3) == 0 ? null : hashes[random.Next(hashes.Length)],
        Quality = random.Next(3) == 0 ? random.Next(101) : null,
        Digests = random.Next(3) == 0 ? [] : [Digest($"{random.Next(hashes.Length)}")],
        Place = Maybe(random, $"place-{random.Next(9)}"),
        Device = Maybe(random, $"device-{random.Next(hashes.Length)}"),
    };

    static ItemVerdict? Verdict(Random random) => random.Next(8) switch
    {
        0 => null,
        1 or 2 => new ItemVerdict(HashMatch.Matching.Verdict.Known, [.. Enumerable.Range(0, random.Next(3)).Select(_ => s_labels[random.Next(s_labels.Length)])], $"entry-{random.Next(9)}"),
        var kind => new ItemVerdict((Verdict)(kind - 2), [], random.Next(2) == 0 ? null : $"first-{random.Next(9)}"),
    };

    static string? Maybe(Random random, string text) => random.Next(3) == 0 ? text : null;
}
