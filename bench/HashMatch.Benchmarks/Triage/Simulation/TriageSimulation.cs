using System.Diagnostics;
using System.Text;
using HashMatch.Triage;
using HashMatch.Triage.Links;
using HashMatch.Triage.Rules;

namespace HashMatch.Benchmarks.Triage.Simulation;

/// <summary>Readers work through the same reports in several orders.</summary>
/// <remarks>
/// What links the reports does not depend on who has read what, so it is found once for all queues. The other orders need no
/// building: they take up at once what came at this moment.
/// </remarks>
sealed class TriageSimulation
{
    readonly SimulationSettings _settings;
    readonly TriageRules _rules;
    readonly Caseload _caseload;
    readonly TriageCase[] _cases;
    readonly DateTimeOffset[] _deadlines;
    readonly int _seed;

    internal TriageSimulation(SimulationSettings settings, int seed, TriageRules? rules = null)
    {
        (_settings, _seed) = (settings, seed);
        _rules = rules ?? TriageRules.Parse(Encoding.UTF8.GetBytes(
            $$"""{ "schema": "{{TriageRules.SchemaId}}", "version": "simulated", "preservation": { "defaultDays": 90, "jurisdictions": {{ReportingSystem.Jurisdictions}} } }"""));
        _caseload = Caseload.Create(settings, seed);
        _cases = CaseloadVerdicts.Decide(_caseload);
        _deadlines = [.. _cases.Select(@case => PreservationClock.Of(@case.Report, _rules.Preservation, Caseload.Start).Deadline)];
    }

    internal SimulationResult Run()
    {
        QueueOrder[] queues = [new(_rules, _cases), new(_rules, _cases)];
        var enough = Runs(queues[0], _settings.Readers);
        var few = Runs(queues[1], _settings.FewReaders);
        BuildTimes builds = new();
        for (var now = Caseload.Start; now < _caseload.End; now += _settings.Period)
        {
            Build(now, builds, enough[0], few[0]);
            var next = now + _settings.Period < _caseload.End ? now + _settings.Period : _caseload.End;
            foreach (var run in enough.Concat(few))
            {
                run.ReadUntil(next);
            }
        }

        return new SimulationResult
        {
            Seed = _seed,
            Settings = _settings,
            Matching = MatchingFigures.Of(_caseload, _cases),
            Groups = GroupFigures.Of(_caseload, Link(_cases.Length)),
            Enough = [.. enough.Select(Figures)],
            TooFew = [.. few.Select(Figures)],
            LeftOut = queues.Sum(queue => queue.LeftOut),
            ReadersByArrival = ReadersNeeded(ByArrival),
            ReadersByLabel = ReadersNeeded(ByLabel),
            Builds = builds,
        };
    }

    ReadingRun[] Runs(QueueOrder queue, int readers) =>
        [.. new IReadingOrder[] { queue, ByArrival(), ByLabel(), ByTruth() }.Select(order => new ReadingRun(_caseload, order, readers, _settings.ReadingTime))];

    static KeyedOrder ByArrival() => new("first come, first served", static _ => 0);

    KeyedOrder ByLabel() => new("label alone", report => -_cases[report].Verdicts.SelectMany(verdict => verdict?.Labels ?? [])
        .Select(label => _rules.Factors.Labels.GetValueOrDefault(label, _rules.Factors.OtherLabels)).DefaultIfEmpty().Max());

    /// <summary>What can be done at all in time: nobody is read who needs no person, and who has least time left comes first.</summary>
    KeyedOrder ByTruth() => new("the truth, by deadline", report => _caseload.Reports[report].NeedsPerson ? _deadlines[report].UtcTicks : long.MaxValue);

    void Build(DateTimeOffset now, BuildTimes builds, params ReadOnlySpan<ReadingRun> runs)
    {
        var arrived = 0;
        while (arrived < _cases.Length && _cases[arrived].Report.ArrivalTime <= now)
        {
            arrived++;
        }

        var start = Stopwatch.GetTimestamp();
        var links = Link(arrived);
        var linking = Stopwatch.GetElapsedTime(start);
        foreach (var run in runs)
        {
            run.Receive(now);
            start = Stopwatch.GetTimestamp();
            ((QueueOrder)run.Order).Rank(links, now);
            builds.Add(linking, Stopwatch.GetElapsedTime(start));
        }
    }

    ReportLinks Link(int reports) => ReportLinks.Find(_cases.Take(reports).Select(@case => @case.Report), _rules.Links, _settings.Threads);

    RunFigures Figures(ReadingRun run) => new(_caseload, run, _deadlines);

    int ReadersNeeded(Func<IReadingOrder> orderOf)
    {
        for (var readers = 1; ; readers++)
        {
            ReadingRun run = new(_caseload, orderOf(), readers, _settings.ReadingTime);
            run.ReadUntil(_caseload.End);
            if (Figures(run).IsServed || readers == _settings.Reports)
            {
                return readers;
            }
        }
    }
}
