using System.Diagnostics.CodeAnalysis;
using HashMatch.Triage.Internals;
using HashMatch.Triage.Links;
using HashMatch.Triage.Rules;

namespace HashMatch.Triage;

/// <summary>What needs a person first, and why. Immutable; safe from any thread.</summary>
/// <remarks>
/// <para>
/// A priority is the sum of the points of named factors, in whole numbers; each factor says what it rests on. The same
/// reports, verdicts, follow-ups, rules and time give the same queue in whatever order they are given.
/// </para>
/// <para>
/// Closed reports are set apart, and still count as what is known of their items and as links. Nothing else leaves the
/// queue: neither a passed deadline, nor a return to the submitter, nor an outcome nobody knows.
/// </para>
/// <para>
/// New information is what no report that arrived earlier said of the same content. For the first report of a known item
/// that is all it says. Of a report's accounts the first 32 are looked at for that.
/// </para>
/// <para>
/// Beside the links an entry takes about 450 bytes, and what was said of contents about 25 bytes for each different pair of
/// a content and a place, device or account, until the queue is built.
/// </para>
/// </remarks>
[SuppressMessage("Naming", "CA1711", Justification = "It is the queue people work through, in the field's own word.")]
public sealed class TriageQueue
{
    TriageQueue(ReportLinks links, TriageEntry[] open, TriageEntry[] closed) => (Links, Open, Closed) = (links, open, closed);

    /// <summary>The reports that wait, returned ones among them: what needs a person first comes first.</summary>
    public IReadOnlyList<TriageEntry> Open { get; }

    /// <summary>The reports that are done with, in the same order.</summary>
    public IReadOnlyList<TriageEntry> Closed { get; }

    /// <summary>What links the reports.</summary>
    public ReportLinks Links { get; }

    /// <summary>Links reports and orders them.</summary>
    /// <param name="cases">The reports with all that is known of them, in any order; closed ones too.</param>
    /// <param name="rules">What they are ordered by.</param>
    /// <param name="now">The time; take it from a <see cref="TimeProvider"/>.</param>
    /// <param name="threads">How many threads may work, at least 1; the result is the same for any number.</param>
    /// <exception cref="ArgumentException">Two reports have the same id and source.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    public static TriageQueue Build(IReadOnlyCollection<TriageCase> cases, TriageRules rules, DateTimeOffset now, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(rules);
        return Order(cases, ReportLinks.Find(cases.Select(@case => @case.Report), rules.Links, threads), rules, now);
    }

    /// <summary>Orders reports whose links were found before.</summary>
    /// <param name="cases">The reports with all that is known of them, in any order; closed ones too.</param>
    /// <param name="links">The links of exactly these reports.</param>
    /// <param name="rules">What they are ordered by.</param>
    /// <param name="now">The time; take it from a <see cref="TimeProvider"/>.</param>
    /// <exception cref="ArgumentException">The links are those of other reports.</exception>
    public static TriageQueue Order(IReadOnlyCollection<TriageCase> cases, ReportLinks links, TriageRules rules, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(rules);
        var byArrival = ByArrival(cases, links);
        ContentHistory history = new(links);
        List<TriageEntry> open = [], closed = [];
        for (var position = 0; position < byArrival.Length; position++)
        {
            var entry = Place(byArrival[position], position, history, links, rules, now);
            (entry.Status == CaseStatus.Closed ? closed : open).Add(entry);
        }

        open.Sort(TriageEntry.Compare);
        closed.Sort(TriageEntry.Compare);
        return new TriageQueue(links, [.. open], [.. closed]);
    }

    static TriageEntry Place(
        TriageCase @case, int position, ContentHistory history, ReportLinks links, TriageRules rules, DateTimeOffset now)
    {
        var items = ItemCounts.Of(@case.Verdicts);
        var group = links.GroupOf(position);
        var clock = PreservationClock.Of(@case.Report, rules.Preservation, now);
        var factors = FactorList.Of(@case, items, history.Add(@case, position), group, clock, rules.Factors, now);
        return new TriageEntry
        {
            Case = @case,
            Priority = factors.Sum(static factor => factor.Points),
            Factors = factors,
            Completeness = Completeness.Of(@case.Report, rules.Referral),
            Clock = clock,
            Group = group,
            Position = position,
            Items = items,
            Status = @case.Status,
            RulesVersion = rules.Version,
            RulesFingerprint = rules.Fingerprint,
            PlacedAt = now,
        };
    }

    static TriageCase[] ByArrival(IReadOnlyCollection<TriageCase> cases, ReportLinks links)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var byArrival = new TriageCase[links.Reports.Count];
        foreach (var @case in cases)
        {
            var position = links.PositionOf(@case.Report.Id, @case.Report.Source);
            if (position is null || byArrival[position.Value] is not null || links.Reports[position.Value].Items.Count != @case.Report.Items.Count)
            {
                throw new ArgumentException("The links are those of other reports.", nameof(links));
            }

            byArrival[position.Value] = @case;
        }

        return cases.Count == byArrival.Length ? byArrival : throw new ArgumentException("The links are those of other reports.", nameof(links));
    }
}
