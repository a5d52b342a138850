namespace HashMatch.Imaging.Isolation;

/// <summary>How a worker came to its end instead of replying.</summary>
enum WorkerEnd
{
    /// <summary>By a fault of its own.</summary>
    Crashed,

    /// <summary>For lack of memory.</summary>
    OutOfMemory,

    /// <summary>It was killed because time was up.</summary>
    Overdue,
}
