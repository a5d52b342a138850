namespace HashMatch.Benchmarks.Triage.Simulation;

/// <summary>What one order achieved with so many readers.</summary>
sealed class RunFigures
{
    /// <summary>What arrives shortly before the end may well be unread then.</summary>
    static readonly TimeSpan s_late = TimeSpan.FromDays(7);

    internal RunFigures(Caseload caseload, ReadingRun run, IReadOnlyList<DateTimeOffset> deadlines)
    {
        (Order, Readers) = (run.Order.Name, run.Readers);
        var hours = (caseload.End - Caseload.Start).TotalHours * run.Readers;
        List<TimeSpan?> poor = [], well = [];
        for (var i = 0; i < caseload.Reports.Count; i++)
        {
            var planted = caseload.Reports[i];
            var seen = run.SeenAt[i];
            var isExpired = deadlines[i] < (seen ?? caseload.End);
            Expired += planted.NeedsPerson && isExpired ? 1 : 0;
            var isLying = seen is null && planted.Report.ArrivalTime < caseload.End - s_late;
            Lying += isLying && planted.IsFirstGeneration ? 1 : 0;
            LyingOthers += isLying && planted.NeedsPerson && !planted.IsFirstGeneration ? 1 : 0;
            CopiesRead += !planted.NeedsPerson && seen is not null ? 1 : 0;
            if (planted.IsFirstGeneration)
            {
                FirstGeneration++;
                FirstGenerationSeen += seen is null ? 0 : 1;
                (planted.Tagging switch { Tagging.Poor => poor, Tagging.Well => well, _ => [] }).Add(seen - planted.Report.ArrivalTime);
            }
        }

        FirstGenerationPerHour = FirstGenerationSeen / hours;
        (Poor, Well) = (new Waits(poor), new Waits(well));
    }

    internal string Order { get; }

    internal int Readers { get; }

    internal int FirstGeneration { get; }

    internal int FirstGenerationSeen { get; }

    /// <summary>First-generation reports seen in an hour of one reader.</summary>
    internal double FirstGenerationPerHour { get; }

    /// <summary>The waits of first-generation reports that say next to nothing.</summary>
    internal Waits Poor { get; }

    /// <summary>The waits of first-generation reports that say much.</summary>
    internal Waits Well { get; }

    /// <summary>Reports that needed a person and were not seen in their time.</summary>
    internal int Expired { get; }

    /// <summary>First-generation reports that nobody took up in a week or more until the end.</summary>
    internal int Lying { get; }

    /// <summary>Others that need a person and that nobody took up in that time.</summary>
    internal int LyingOthers { get; }

    /// <summary>Reports read that needed nobody.</summary>
    internal int CopiesRead { get; }

    /// <summary>Whether all first-generation reports were seen, and in time whatever needed a person.</summary>
    internal bool IsServed => Expired == 0 && Lying == 0;
}
