using HashMatch.Triage;
using HashMatch.Triage.Links;
using HashMatch.Triage.Reports;
using HashMatch.Triage.Rules;

namespace HashMatch.Cli.Output;

/// <summary>The queue as verbs show it: every group by its number, every report by its entry.</summary>
sealed class TriageView
{
    readonly Dictionary<ReportGroup, int> _groups;
    readonly Lazy<TriageEntry[]> _byPosition;

    internal TriageView(TriageQueue queue, TriageRules rules, DateTimeOffset now)
    {
        Queue = queue;
        Rules = rules;
        Now = now;
        _groups = new Dictionary<ReportGroup, int>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < queue.Links.Groups.Count; i++)
        {
            _groups.Add(queue.Links.Groups[i], i + 1);
        }

        _byPosition = new Lazy<TriageEntry[]>(() => [.. queue.Open.Concat(queue.Closed).OrderBy(entry => entry.Position)]);
    }

    internal TriageQueue Queue { get; }

    internal TriageRules Rules { get; }

    /// <summary>The time everything is ordered by.</summary>
    internal DateTimeOffset Now { get; }

    internal ReportLinks Links => Queue.Links;

    /// <summary>The number of a group, from 1: that with the earliest report is the first. It changes when an earlier one comes.</summary>
    internal int NumberOf(ReportGroup group) => _groups[group];

    /// <summary>The report that stands for a group.</summary>
    internal Report RepresentativeOf(ReportGroup group) => Links.Reports[group.Representative];

    /// <summary>The entry of the report at a position.</summary>
    internal TriageEntry EntryAt(int position) => _byPosition.Value[position];
}
