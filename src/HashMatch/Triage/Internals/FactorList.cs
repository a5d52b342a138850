using HashMatch.Triage.Links;
using HashMatch.Triage.Reports;
using HashMatch.Triage.Rules;

namespace HashMatch.Triage.Internals;

/// <summary>The factors of one report.</summary>
static class FactorList
{
    internal static Factor[] Of(TriageCase @case, ItemCounts items, (bool Place, bool Device, bool Account, int Items) news,
        ReportGroup? group, PreservationClock clock, FactorRules rules, DateTimeOffset now)
    {
        var report = @case.Report;
        var sources = group?.Sources.Count ?? 0;
        var linked = (group?.Members.Count ?? 1) - 1;
        Factor[] factors =
        [
            new(FactorKind.Escalation, report.Escalated ? rules.Escalation : 0, report.Escalated ? 1 : 0),
            Severity(@case.Verdicts, rules),
            new(FactorKind.IncidentType, rules.IncidentTypes.GetValueOrDefault(report.IncidentType, rules.OtherIncidentTypes), 1, report.IncidentType),
            new(FactorKind.FirstGeneration, rules.FirstGeneration.PointsOf(items.FirstGeneration), items.FirstGeneration),
            new(FactorKind.UnclearItems, rules.UnclearItems.PointsOf(items.Unclear), items.Unclear),
            News(news, rules),
            new(FactorKind.Sources, rules.Sources.PointsOf(sources - 1), sources),
            new(FactorKind.LinkedReports, rules.LinkedReports.PointsOf(linked), linked),
            new(FactorKind.Preservation, rules.Preservation.FirstOrDefault(step => step.Days >= clock.DaysLeft).Points, clock.DaysLeft),
            default,
        ];
        factors[^1] = AgeFloor(report, factors.Sum(static factor => factor.Points), rules, now);
        return factors;
    }

    /// <summary>The weightiest label, of equally weighty ones the first by name.</summary>
    static Factor Severity(IReadOnlyList<ItemVerdict?> verdicts, FactorRules rules)
    {
        Factor severity = new(FactorKind.Severity, 0, 0);
        foreach (var verdict in verdicts)
        {
            foreach (var label in verdict?.Labels ?? [])
            {
                var points = rules.Labels.GetValueOrDefault(label, rules.OtherLabels);
                if (severity.Subject is null || points > severity.Points ||
                    (points == severity.Points && string.CompareOrdinal(label, severity.Subject) < 0))
                {
                    severity = new Factor(FactorKind.Severity, points, 1, label);
                }
            }
        }

        return severity;
    }

    static Factor News((bool Place, bool Device, bool Account, int Items) news, FactorRules rules)
    {
        var points = (news.Place ? rules.NewPlace : 0) + (news.Device ? rules.NewDevice : 0) + (news.Account ? rules.NewAccount : 0);
        var subject = (news.Place, news.Device, news.Account) switch
        {
            (true, true, true) => "place, device, account",
            (true, true, false) => "place, device",
            (true, false, true) => "place, account",
            (true, false, false) => "place",
            (false, true, true) => "device, account",
            (false, true, false) => "device",
            (false, false, true) => "account",
            _ => null,
        };
        return new Factor(FactorKind.NewInformation, points, news.Items, subject);
    }

    static Factor AgeFloor(Report report, int points, FactorRules rules, DateTimeOffset now)
    {
        // What arrives in the future, by a wrong clock somewhere, has not waited.
        var days = Math.Max(0, PreservationClock.Days(now - report.ArrivalTime));
        var floor = rules.AgeFloor.LastOrDefault(step => step.Days <= days).Points;
        return new Factor(FactorKind.AgeFloor, Math.Max(0, floor - points), days);
    }
}
