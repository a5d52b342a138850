namespace HashMatch.Imaging.Isolation;

/// <summary>How an <see cref="IsolatedDecoder"/> starts its workers, and how many.</summary>
public sealed record IsolationOptions
{
    /// <summary>The most workers an <see cref="IsolatedDecoder"/> takes.</summary>
    public const int MostWorkers = 1024;

    /// <summary>The program of a worker: one that calls <see cref="DecodeWorker.Run()"/>. It is started without a shell.</summary>
    public required string Program { get; init; }

    /// <summary>Its arguments.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>
    /// How many pictures may be decoded or not yet disposed at once, 1 to <see cref="MostWorkers"/>; as many as there are
    /// cores unless given. There is one worker more than that, for whoever decodes while all others are kept; each is started
    /// when it is first needed, and stays.
    /// </summary>
    public int Workers { get; init => field = WithinMost(value); } = Environment.ProcessorCount;

    /// <summary>
    /// The most memory, in bytes, that native code of a worker may take beyond what starting it took. Unless given, as much
    /// as the largest picture within the limits of the call needs with the hungriest decoder, and some: 3 GB for those of
    /// <see cref="DecodeOptions.Default"/>.
    /// </summary>
    public long? MaxMemory { get; init => field = NotNegative(value); }

    static int WithinMost(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Workers));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MostWorkers, nameof(Workers));
        return value;
    }

    static long? NotNegative(long? value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value ?? 0, nameof(MaxMemory));
        return value;
    }
}
