namespace HashMatch.Imaging.Isolation;

/// <summary>How a worker came to its end instead of replying.</summary>
enum WorkerEnd
{
    /// <summary>By a fault of its own.</summary>
    Crashed,

    /// <summary>For lack of memory of its own.</summary>
    OutOfMemory,

    /// <summary>Somebody killed it, as the system does when memory is short.</summary>
    Killed,

    /// <summary>It was killed because time was up.</summary>
    Overdue,
}
