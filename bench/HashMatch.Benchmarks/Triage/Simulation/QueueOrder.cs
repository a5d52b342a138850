using HashMatch.Triage;
using HashMatch.Triage.FollowUps;
using HashMatch.Triage.Links;
using HashMatch.Triage.Rules;

namespace HashMatch.Benchmarks.Triage.Simulation;

/// <summary>The order of the queue, as it was when it was last built; what came since follows in the order of arrival.</summary>
sealed class QueueOrder(TriageRules rules, IReadOnlyList<TriageCase> cases) : IReadingOrder
{
    readonly TriageCase[] _cases = [.. cases];
    readonly Queue<int> _since = new();
    TriageQueue? _queue;
    int _next;
    int _read;

    public string Name => "the queue";

    /// <summary>Unread reports that a queue left out, over all times it was built.</summary>
    internal int LeftOut { get; private set; }

    public void Arrive(int report) => _since.Enqueue(report);

    /// <summary>Orders anew all that came so far.</summary>
    internal void Rank(ReportLinks links, DateTimeOffset now)
    {
        _queue = TriageQueue.Order(new ArraySegment<TriageCase>(_cases, 0, links.Reports.Count), links, rules, now);
        _next = 0;
        _since.Clear();
        LeftOut += links.Reports.Count - _read - _queue.Open.Count;
    }

    public int Take(DateTimeOffset now)
    {
        var report = _queue is not null && _next < _queue.Open.Count ? _queue.Open[_next++].Position : _since.TryDequeue(out var since) ? since : -1;
        if (report >= 0)
        {
            var @case = _cases[report];
            _cases[report] = new TriageCase(@case.Report, @case.Verdicts,
                [FollowUp.Of(@case.Report.Id, @case.Report.Source, now, FollowUpOutcome.Closed)]);
            _read++;
        }

        return report;
    }
}
