namespace HashMatch.Benchmarks.Folders;

/// <summary>One pass, measured.</summary>
/// <param name="Work">What was done.</param>
/// <param name="Elapsed">The time it is charged with.</param>
/// <param name="Cpu">Processor time of the process, all threads, meanwhile.</param>
/// <param name="Pause">How long the garbage collector held all threads meanwhile.</param>
sealed record PassResult(PassTally Work, TimeSpan Elapsed, TimeSpan Cpu, TimeSpan Pause)
{
    internal double ImagesPerSecond => Work.Images / Elapsed.TotalSeconds;

    internal double MegapixelsPerSecond => Work.Pixels / 1e6 / Elapsed.TotalSeconds;
}
