namespace HashMatch.Benchmarks.Triage.Simulation;

/// <summary>Some readers who read around the clock in one order. Whoever is free takes what comes next.</summary>
sealed class ReadingRun
{
    readonly IReadOnlyList<PlantedReport> _reports;
    readonly TimeSpan _readingTime;
    readonly PriorityQueue<int, DateTimeOffset> _free = new();
    int _arrived;

    internal ReadingRun(Caseload caseload, IReadingOrder order, int readers, TimeSpan readingTime)
    {
        (_reports, Order, Readers, _readingTime) = (caseload.Reports, order, readers, readingTime);
        SeenAt = new DateTimeOffset?[_reports.Count];
        for (var reader = 0; reader < readers; reader++)
        {
            _free.Enqueue(reader, Caseload.Start);
        }
    }

    internal IReadingOrder Order { get; }

    internal int Readers { get; }

    /// <summary>When each report was taken up; null if nobody did.</summary>
    internal DateTimeOffset?[] SeenAt { get; }

    /// <summary>Hands over all that came until then.</summary>
    internal void Receive(DateTimeOffset until)
    {
        for (; _arrived < _reports.Count && _reports[_arrived].Report.ArrivalTime <= until; _arrived++)
        {
            Order.Arrive(_arrived);
        }
    }

    /// <summary>Reads until then; what was begun is brought to its end.</summary>
    internal void ReadUntil(DateTimeOffset until)
    {
        while (_free.TryPeek(out var reader, out var now) && now < until)
        {
            Receive(now);
            var report = Order.Take(now);
            if (report >= 0)
            {
                SeenAt[report] = now;
            }

            _free.DequeueEnqueue(reader, report >= 0 ? now + _readingTime : NextArrival(until));
        }
    }

    DateTimeOffset NextArrival(DateTimeOffset until) =>
        _arrived < _reports.Count && _reports[_arrived].Report.ArrivalTime < until ? _reports[_arrived].Report.ArrivalTime : until;
}
