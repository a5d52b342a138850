using System.Globalization;
using HashMatch.Benchmarks.Indexes;
using HashMatch.Matching;
using HashMatch.Triage.Reports;

namespace HashMatch.Benchmarks.Triage.Simulation;

/// <summary>All reports of a simulated time in the order of their arrival, with the truth about them. The same for the same seed.</summary>
sealed class Caseload
{
    Caseload(SimulationSettings settings, KnownList[] lists, PlantedReport[] reports) =>
        (End, Lists, Reports) = (Start + settings.Duration, lists, reports);

    internal static DateTimeOffset Start { get; } = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    internal DateTimeOffset End { get; }

    internal IReadOnlyList<KnownList> Lists { get; }

    internal IReadOnlyList<PlantedReport> Reports { get; }

    internal static Caseload Create(SimulationSettings settings, int seed)
    {
        RandomBits random = new((ulong)seed);
        ContentPool pool = new(random);
        ReportDrafts drafts = new(random, pool, settings);
        GroupDrafts groups = new(random, drafts);
        // One report in forty belongs to a planted group or lies between two.
        groups.Add(settings.Reports / 40);
        drafts.AddPlain(settings.Reports);
        ContentTruth truth = new();
        var reports = drafts.All.OrderBy(draft => draft.Arrival).Select((draft, number) => truth.Settle(draft, ReportOf(draft, number))).ToArray();
        return new Caseload(settings, [pool.Known.List, pool.Ignored.List], reports);
    }

    static Report ReportOf(DraftReport draft, int number) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"r-{number:0000000}"),
        Source = draft.System.Name,
        Jurisdiction = draft.System.Jurisdiction,
        IncidentType = "report",
        IncidentTime = Start + draft.Arrival,
        ReceivedTime = Start + draft.Arrival,
        Escalated = draft.IsEscalated,
        Accounts = draft.Account is { } account ? [account] : [],
        Items = [.. draft.Items.Select(item => item.Item)],
    };
}
