namespace HashMatch.Triage.Reports;

/// <summary>One report as it came in. Immutable.</summary>
/// <remarks>Reports of different systems may share an id: <see cref="Id"/> and <see cref="Source"/> together name a report.</remarks>
public sealed record Report
{
    /// <summary>Its id, in the words of the system it comes from.</summary>
    public required string Id { get; init; }

    /// <summary>The system it comes from, or null.</summary>
    public string? Source { get; init; }

    /// <summary>Whose law it falls under, or null. It decides how long it may be kept.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>Who handed it in, an opaque identifier, or null.</summary>
    public string? Submitter { get; init; }

    /// <summary>What kind of incident it reports, a word of the operator's own set.</summary>
    public required string IncidentType { get; init; }

    /// <summary>When the incident was.</summary>
    public required DateTimeOffset IncidentTime { get; init; }

    /// <summary>When it was received, or null.</summary>
    public DateTimeOffset? ReceivedTime { get; init; }

    /// <summary>Whether the reporter asks for it to be seen at once.</summary>
    public bool Escalated { get; init; }

    /// <summary>
    /// The accounts involved, opaque identifiers. They are compared as they are, across systems too: where two systems may
    /// use one identifier for different accounts, it must name its system.
    /// </summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];

    /// <summary>The files it is about.</summary>
    public IReadOnlyList<ReportItem> Items { get; init; } = [];

    /// <summary>The fields that have no place here, as a JSON object without white space, or null.</summary>
    public string? ExtraFields { get; init; }

    /// <summary>When it came: when it was received, or where nobody said, when the incident was.</summary>
    public DateTimeOffset ArrivalTime => ReceivedTime ?? IncidentTime;

    /// <summary>The id alone.</summary>
    public override string ToString() => Id;

    /// <summary>By arrival, then id, then source: the order in which reports are told of each other.</summary>
    /// <param name="left">One report.</param>
    /// <param name="right">Another.</param>
    /// <returns>Below 0 where <paramref name="left"/> comes first, above 0 where <paramref name="right"/> does.</returns>
    public static int CompareByArrival(Report left, Report right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var order = left.ArrivalTime.UtcTicks.CompareTo(right.ArrivalTime.UtcTicks);
        order = order != 0 ? order : string.CompareOrdinal(left.Id, right.Id);
        return order != 0 ? order : string.CompareOrdinal(left.Source, right.Source);
    }
}
