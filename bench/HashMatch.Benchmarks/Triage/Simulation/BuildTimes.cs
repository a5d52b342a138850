namespace HashMatch.Benchmarks.Triage.Simulation;

/// <summary>What building the queue took.</summary>
sealed class BuildTimes
{
    internal int Count { get; private set; }

    internal TimeSpan Linking { get; private set; }

    internal TimeSpan Ordering { get; private set; }

    internal TimeSpan Longest { get; private set; }

    internal TimeSpan Mean => Count == 0 ? TimeSpan.Zero : (Linking + Ordering) / Count;

    /// <summary>One queue was built.</summary>
    internal void Add(TimeSpan linking, TimeSpan ordering)
    {
        Count++;
        Linking += linking;
        Ordering += ordering;
        Longest = Longest > linking + ordering ? Longest : linking + ordering;
    }
}
